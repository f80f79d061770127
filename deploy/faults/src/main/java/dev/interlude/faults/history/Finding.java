package dev.interlude.faults.history;

/**
 * A promise that was broken.
 *
 * @param what for a person to start looking from
 */
public record Finding(Kind kind, String what) {

    public enum Kind {
        /** Acknowledged and not stored, stored and not copied, or there and passed over. */
        LOST,
        /** Stored or told twice, or both refused and stored. */
        DUPLICATED,
        /** Seen in another order than it was stored in. */
        REORDERED,
        /** A position or a stream version that nothing has. */
        GAPPED,
        /** A copy with other bytes, or a view that is not what the events say. */
        CHANGED,
        /** Not over in time. */
        STUCK
    }

    public static Finding lost(String what) {
        return new Finding(Kind.LOST, what);
    }

    public static Finding duplicated(String what) {
        return new Finding(Kind.DUPLICATED, what);
    }

    public static Finding reordered(String what) {
        return new Finding(Kind.REORDERED, what);
    }

    public static Finding gapped(String what) {
        return new Finding(Kind.GAPPED, what);
    }

    public static Finding changed(String what) {
        return new Finding(Kind.CHANGED, what);
    }

    public static Finding stuck(String what) {
        return new Finding(Kind.STUCK, what);
    }

    @Override
    public String toString() {
        return kind + " " + what;
    }
}
