package dev.interlude.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends processes the signals that Java has no word for. */
public final class Signal {

    private Signal() {}

    /**
     * Sends it, without waiting for what it does.
     *
     * @param name as {@code kill} knows it, without SIG
     */
    public static void send(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
