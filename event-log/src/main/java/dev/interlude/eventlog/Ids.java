package dev.interlude.eventlog;

import java.security.SecureRandom;
import java.util.UUID;

/** UUID version 7 (RFC 9562): time-ordered, rising within this process. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastTick;

    private Ids() {}

    public static UUID next() {
        long tick = tick();
        long millis = tick >>> 12;
        long high = (millis << 16) | 0x7000L | (tick & 0xfff);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Milliseconds and a 12 bit counter in one number, so that two calls never give the same. */
    private static synchronized long tick() {
        lastTick = Math.max(lastTick + 1, System.currentTimeMillis() << 12);
        return lastTick;
    }
}
