package dev.interlude.benchmark;

import dev.interlude.local.Child;
import dev.interlude.local.DataFolder;
import dev.interlude.local.Databases.Database;
import dev.interlude.local.LocalToken;
import dev.interlude.local.PortPlan;
import dev.interlude.local.Ports;
import dev.interlude.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A planner as it would run in production, but for the local clock, on a database of its own. */
final class Planner implements AutoCloseable {

    /** The one component that windows are planned for. */
    static final String COMPONENT = "queue";

    /** Both compilers, a heap that is large enough, and the collector with the least to do. */
    static final List<String> JVM =
            List.of(
                    "-Xms512m",
                    "-Xmx512m",
                    "-XX:+UseParallelGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final DataFolder data;
    private final PortPlan ports;
    private final Child child;

    private Planner(DataFolder data, PortPlan ports, Child child) {
        this.data = data;
        this.ports = ports;
        this.child = child;
    }

    /** Starts it, waits until it is ready, and gives it its component. */
    static Planner start(Stand stand, Database database, List<String> moreJvm) {
        DataFolder data = DataFolder.take(stand.dir().resolve(database.name()));
        PortPlan ports = ports(stand);
        var jvm = new ArrayList<>(JVM);
        jvm.addAll(moreJvm);
        var service = new Service("planner", stand.house(), data, ports, jvm);
        var planner = new Planner(data, ports, service.launch(database));
        try {
            service.awaitReady(planner.child);
            planner.addComponent();
        } catch (RuntimeException e) {
            planner.close();
            throw e;
        }
        return planner;
    }

    private static PortPlan ports(Stand stand) {
        List<Integer> free = Ports.free(4);
        return new PortPlan(
                0,
                Map.of(
                        "planner", free.get(0),
                        "checklist", free.get(1),
                        "notifier", free.get(2),
                        "postmortem", free.get(3)),
                stand.postgresPort(),
                stand.brokerPort(),
                0);
    }

    URI address() {
        return ports.address("planner");
    }

    long pid() {
        return child.pid();
    }

    /** As many tokens as clients, each of a person of its own. */
    String token(int client) {
        return data.signed(LocalToken.person("client" + client, "planner"));
    }

    private void addComponent() {
        post(
                "/api/v1/components",
                "{\"id\":\"" + COMPONENT + "\",\"name\":\"Queue\",\"team\":\"platform\"}",
                201);
    }

    /** Asks for a view to be made anew. */
    void rebuild(String view) {
        post("/api/v1/projections/" + view + "/rebuild", "", 202);
    }

    /** Its timer of the last minute at a quantile, in milliseconds; NaN when it says nothing. */
    double millis(String timer, String quantile) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(timer + "_seconds{"))
                .filter(line -> line.contains("quantile=\"" + quantile + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .map(seconds -> seconds * 1e3)
                .findFirst()
                .orElse(Double.NaN);
    }

    private String metrics() {
        var request = HttpRequest.newBuilder(address().resolve("/q/metrics"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            request.timeout(Duration.ofSeconds(30)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new BenchmarkFailed("the planner does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("interrupted", e);
        }
    }

    private void post(String path, String body, int expected) {
        HttpRequest request =
                HttpRequest.newBuilder(address().resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header(
                                "Authorization",
                                "Bearer " + data.signed(LocalToken.person("root", "admin")))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", path.replace('/', '-'))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new BenchmarkFailed(path + " was answered with " + answer.body(), null);
            }
        } catch (IOException e) {
            throw new BenchmarkFailed("the planner does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (!child.isAlive()) {
            System.err.println("The planner had ended by itself:\n" + child.lastLines());
        }
        child.close();
        data.close();
    }
}
