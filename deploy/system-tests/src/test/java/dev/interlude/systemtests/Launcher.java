package dev.interlude.systemtests;

import static org.awaitility.Awaitility.await;

import dev.interlude.local.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The script in a process of its own, as a person starts it, with the machine's default java. */
final class Launcher {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path out;

    private Launcher(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    static Launcher start(Path folder, String... args) throws IOException {
        Path out = Files.createTempFile(folder, "interlude", ".out");
        var command = new ArrayList<String>();
        command.add(House.here().root().resolve("interlude").toString());
        command.addAll(List.of(args));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .directory(folder.toFile());
        // neither the JDK of this build nor another build inside it
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().put("INTERLUDE_NO_BUILD", "1");
        return new Launcher(builder.start(), out);
    }

    /** Waits until it says that all is ready. */
    Launcher ready() {
        await().atMost(PATIENCE)
                .failFast("it ended", () -> !process.isAlive())
                .until(() -> output().contains("All ready"));
        return this;
    }

    /** Waits for its end; the exit status. */
    int ended() throws InterruptedException {
        return process.waitFor();
    }

    /** Every process that lives because of it, itself included. */
    List<ProcessHandle> everything() {
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        return all;
    }

    /** Ctrl-C, as the terminal sends it. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    void kill() {
        process.destroyForcibly();
    }

    String output() throws IOException {
        return Files.readString(out);
    }
}
