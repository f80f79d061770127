package dev.interlude.planner.series;

import dev.interlude.planner.recurrence.Period;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of a series.
 *
 * @param windowId id of the window that it is or becomes: UUIDv5 of the series and the original
 *     local start
 * @param localStart original start by the rule, on the wall of the zone
 * @param start UTC, as moved
 * @param end UTC, as moved
 * @param offset of the zone at the start; where that time comes twice, the first one is meant
 * @param note what the changing clocks do to it; null for nothing
 */
public record Occurrence(
        String windowId,
        LocalDateTime localStart,
        Instant start,
        Instant end,
        String offset,
        Status status,
        String title,
        @Nullable String note) {

    /** To come, a window already, or left out. */
    public enum Status {
        EXPECTED,
        OPEN,
        SKIPPED
    }

    Period time() {
        return new Period(start, end);
    }

    /** UUIDv5 (RFC 9562) in the name space of the series. */
    public static String id(String seriesId, LocalDateTime localStart) {
        return id(seriesId, localStart.toString());
    }

    static String id(String nameSpace, String written) {
        UUID space = UUID.fromString(nameSpace);
        byte[] name = written.getBytes(StandardCharsets.UTF_8);
        byte[] hash =
                sha1(
                        ByteBuffer.allocate(16 + name.length)
                                .putLong(space.getMostSignificantBits())
                                .putLong(space.getLeastSignificantBits())
                                .put(name)
                                .array());
        var bits = ByteBuffer.wrap(hash);
        long most = (bits.getLong() & ~0xF000L) | 0x5000L;
        long least = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least).toString();
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is part of every JDK", e);
        }
    }
}
