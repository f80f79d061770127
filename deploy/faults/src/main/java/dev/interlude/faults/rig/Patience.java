package dev.interlude.faults.rig;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come true, and no longer than it may take. */
public record Patience(Duration atMost) {

    private static final long PAUSE_NANOS = 50_000_000;

    /** What did not come true in time. */
    public static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Exhausted(String what) {
            super(what);
        }
    }

    public static Patience ofSeconds(long seconds) {
        return new Patience(Duration.ofSeconds(seconds));
    }

    /**
     * Returns when it is true.
     *
     * @throws Exhausted when it does not become true in time
     */
    public void until(String what, BooleanSupplier isTrue) {
        if (!comes(isTrue)) {
            throw new Exhausted("not within %d s: %s".formatted(atMost.toSeconds(), what));
        }
    }

    /** Whether it becomes true in time. */
    public boolean comes(BooleanSupplier isTrue) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isTrue.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(PAUSE_NANOS);
        }
        return true;
    }

    /** Lets time pass, when that is the thing itself and nothing is waited for. */
    public static void rest(Duration duration) {
        try {
            Thread.sleep(duration.isNegative() ? Duration.ZERO : duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A short breath, for who asks again and again. */
    public static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }
}
