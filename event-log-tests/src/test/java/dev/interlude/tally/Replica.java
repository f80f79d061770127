package dev.interlude.tally;

import dev.interlude.local.Databases.Database;
import dev.interlude.local.LocalToken;
import dev.interlude.local.Ports;
import dev.interlude.testkit.Servers;
import dev.interlude.testkit.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sample service as a process of its own. */
final class Replica implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final Process process;
    private final Path output;
    private final int port;

    private Replica(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static Replica start(Servers servers, Database database, String topicPrefix) {
        return start(servers, database, topicPrefix, Map.of());
    }

    /** With some of its environment changed. */
    static Replica start(
            Servers servers, Database database, String topicPrefix, Map<String, String> changed) {
        int port = Ports.free(1).getFirst();
        try {
            Path output = Files.createTempFile(Path.of("target"), "tally", ".log");
            var builder =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                    "-jar",
                                    JAR.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().putAll(environment(servers, database, topicPrefix, port));
            builder.environment().putAll(changed);
            return new Replica(builder.start(), output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(
            Servers servers, Database database, String topicPrefix, int port) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("INTERLUDE_DB_URL", database.url());
        environment.put("INTERLUDE_DB_USER", database.service().user());
        environment.put("INTERLUDE_DB_PASSWORD", database.service().password());
        environment.put("INTERLUDE_DB_MIGRATOR_USER", database.migrator().user());
        environment.put("INTERLUDE_DB_MIGRATOR_PASSWORD", database.migrator().password());
        environment.put("INTERLUDE_KAFKA", servers.kafka());
        environment.put("INTERLUDE_TOPIC_PREFIX", topicPrefix);
        environment.put(
                "INTERLUDE_PEOPLE_KEY", Base64.getEncoder().encodeToString(Tokens.PEOPLE_KEY));
        environment.put("INTERLUDE_PERSONAL_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("INTERLUDE_LOCAL_PUBLIC_KEY", Tokens.key().open());
        environment.put("INTERLUDE_LOCAL_ISSUER", LocalToken.ISSUER);
        environment.put("INTERLUDE_SERVICE_TOKEN", Tokens.service("tally"));
        return environment;
    }

    Process process() {
        return process;
    }

    String lastLine() throws IOException {
        return Files.readAllLines(output).getLast();
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    boolean ready(HttpClient http) {
        try {
            var health = HttpRequest.newBuilder(at("/q/health/ready")).build();
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
