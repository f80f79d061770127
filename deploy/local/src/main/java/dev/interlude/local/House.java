package dev.interlude.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the built parts lie and how their JVMs are started.
 *
 * @param root the checkout
 */
public record House(Path root) {

    /** Names the checkout when the working directory is not inside it. */
    public static final String HOME_PROPERTY = "interlude.home";

    /**
     * The checkout that this process works in.
     *
     * @throws LocalFailure when the working directory is in none
     */
    public static House here() {
        return Stream.of(
                        System.getProperty(HOME_PROPERTY, ""),
                        System.getProperty("maven.multiModuleProjectDirectory", ""),
                        System.getProperty("user.dir"))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .flatMap(House::upwards)
                .filter(dir -> Files.exists(dir.resolve("deploy/broker/pom.xml")))
                .findFirst()
                .map(House::new)
                .orElseThrow(() -> new LocalFailure("run this inside a checkout of Interlude"));
    }

    /** The command line of a guarded child JVM. */
    public static List<String> java(List<String> options, String classPath, String... mainAndArgs) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(codeOf(Guarded.class) + File.pathSeparator + classPath);
        command.add(Guarded.class.getName());
        command.addAll(List.of(mainAndArgs));
        return command;
    }

    /** The broker's class path. */
    public String brokerClassPath() {
        Path target = root.resolve("deploy/broker/target");
        return built(target.resolve("classes"))
                + File.pathSeparator
                + built(target.resolve("lib"))
                + File.separator
                + "*";
    }

    /** The runnable jar of a service. */
    public Path serviceJar(String service) {
        return built(root.resolve(service + "-service/target/quarkus-app/quarkus-run.jar"));
    }

    /** The runner's jar, which has all it needs inside. */
    Path runnerJar() {
        Path target = built(root.resolve("deploy/runner/target"));
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("runner-.*[.]jar"))
                    .findFirst()
                    .orElseGet(() -> built(target.resolve("runner.jar")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path built(Path part) {
        if (!Files.exists(part)) {
            throw new LocalFailure(part + " is not built: run ./interlude, or mvn package");
        }
        return part;
    }

    private static Path codeOf(Class<?> type) {
        return Path.of(
                java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static Stream<Path> upwards(Path from) {
        return Stream.iterate(from.toAbsolutePath(), dir -> dir != null, Path::getParent);
    }
}
