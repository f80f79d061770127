package dev.interlude.faults.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Kills processes at a system call, before it is done. */
public final class Strace implements AutoCloseable {

    private final Process process;

    private Strace(Process process) {
        this.process = process;
    }

    /** Whether it is there and may look at other processes. */
    public static boolean works() {
        try {
            Process tried =
                    new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** From now on, the n-th such call of any of their threads is the last one. */
    public static Strace killAt(String call, int n, List<Long> pids) {
        var words = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null"));
        words.addAll(List.of("-e", "trace=" + call));
        words.addAll(List.of("-e", "inject=" + call + ":signal=SIGKILL:when=" + n));
        pids.forEach(pid -> words.addAll(List.of("-p", Long.toString(pid))));
        try {
            return new Strace(
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
