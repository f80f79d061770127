package dev.interlude.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a person what happens, and how long it took. */
public final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** A line of its own. */
    public synchronized void say(String line) {
        out.println(line);
    }

    /** A part that took its time. */
    synchronized void done(String part, String what, long sinceNanos, String note) {
        out.println(
                String.format(
                                Locale.ROOT,
                                "  %-11s %-8s %5.1f s   %s",
                                part,
                                what,
                                seconds(sinceNanos),
                                note)
                        .stripTrailing());
    }

    /** Seconds since this was made, for example {@code 14.2}. */
    String elapsed() {
        return String.format(Locale.ROOT, "%.1f", seconds(began));
    }

    private static double seconds(long sinceNanos) {
        return Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis() / 1000.0;
    }
}
