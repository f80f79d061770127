package dev.interlude.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A child process whose input is a pipe that this process holds, whose output goes to a file, and
 * which does not see the Ctrl-C of the terminal: its parent stops it, in the right order.
 */
public final class Child implements AutoCloseable {

    // an ignored signal stays ignored over exec, and a JVM respects that
    private static final List<String> DEAF_TO_CTRL_C =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");
    private static final int LAST_LINES = 12;

    private final String name;
    private final Process process;
    private final Path log;
    private final PidFile pidFile;

    private Child(String name, Process process, Path log, PidFile pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    /** Starts it; what an earlier parent left under the same pid file is stopped before. */
    public static Child start(
            String name, List<String> command, Map<String, String> environment, Traces files) {
        PidFile pidFile = new PidFile(files.pid());
        pidFile.stopLeftover();
        var words = new ArrayList<>(DEAF_TO_CTRL_C);
        words.addAll(command);
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(files.log().getParent());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
            Process process = builder.start();
            pidFile.write(process.toHandle());
            return new Child(name, process, files.log(), pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /**
     * Where a child leaves its traces.
     *
     * @param log its output, appended
     * @param pid its pid file
     */
    public record Traces(Path log, Path pid) {}

    /** Ends what a parent that was killed has left under a pid file, also when it stands still. */
    public static boolean stopLeftover(Path pid) {
        return new PidFile(pid).stopLeftover();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Calls back when it has ended, however. */
    public void whenEnded(Consumer<Child> then) {
        Thread.startVirtualThread(() -> {
            process.onExit().join();
            then.accept(this);
        });
    }

    /** Exit status; 128 + signal when a signal ended it. */
    public int status() {
        return process.exitValue();
    }

    /** Asks it to end, and insists after a while. */
    public void stop(Duration patience) {
        process.destroy();
        if (!PidFile.ended(process.toHandle(), patience)) {
            process.destroyForcibly();
            PidFile.ended(process.toHandle(), Duration.ofSeconds(5));
        }
        pidFile.delete();
    }

    /** Ends it at once, as a crash would: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        PidFile.ended(process.toHandle(), Duration.ofSeconds(5));
    }

    /** Stands still until it is thawed: SIGSTOP. */
    public void freeze() {
        Signal.send(process.toHandle(), "STOP");
    }

    /** Goes on where it stood: SIGCONT. */
    public void thaw() {
        Signal.send(process.toHandle(), "CONT");
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(15));
    }

    /** The last lines it wrote, for messages. */
    public String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(" + log + " can't be read)";
        }
    }
}
