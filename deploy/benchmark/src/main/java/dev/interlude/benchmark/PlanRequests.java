package dev.interlude.benchmark;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Requests of one client that plans windows: {@code POST /api/v1/windows} with its token and a new
 * UUIDv7 as {@code Idempotency-Key} each time, at a time of its own: with thousands at once in the
 * same hour every answer would warn of others. All but key and time is made once.
 */
final class PlanRequests implements Supplier<byte[]> {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String START = "\"start\":\"";
    private static final String END = "\"end\":\"";
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int TIMES = 260_000;

    private final Instant first = tenDaysAhead();
    private final byte[] request;
    private final int keyAt;
    private final int startAt;
    private final int endAt;

    private PlanRequests(byte[] request, int keyAt, int startAt, int endAt) {
        this.request = request;
        this.keyAt = keyAt;
        this.startAt = startAt;
        this.endAt = endAt;
    }

    static PlanRequests of(URI service, String token) {
        byte[] body = body().getBytes(StandardCharsets.UTF_8);
        String start =
                "POST /api/v1/windows HTTP/1.1\r\nHost: "
                        + service.getAuthority()
                        + "\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length
                        + "\r\nIdempotency-Key: ";
        String head = start + uuid7() + "\r\n\r\n";
        byte[] request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        String text = body();
        return new PlanRequests(
                request,
                start.length(),
                head.length() + text.indexOf(START) + START.length(),
                head.length() + text.indexOf(END) + END.length());
    }

    /** A plain window with one component, as a pipeline would plan it. */
    static String body() {
        Instant start = tenDaysAhead();
        return """
        {"title":"Move the queue to the new cluster",\
        "publicText":"We move our message queue to a new cluster. Builds stand still and wait,\
         the API answers more slowly. Nothing you push is lost.",\
        "zone":"Europe/Berlin","start":"%s","end":"%s",\
        "components":[{"id":"%s","impact":"DEGRADED"}],\
        "reminders":["P1D","PT1H"],"reason":"The old one is out of support"}\
        """
                .formatted(start, start.plus(LENGTH), Planner.COMPONENT);
    }

    private static Instant tenDaysAhead() {
        return Instant.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.HOURS);
    }

    @Override
    public byte[] get() {
        byte[] key = uuid7().toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(key, 0, request, keyAt, key.length);
        Instant start = first.plus(LENGTH.multipliedBy(RANDOM.nextInt(TIMES)));
        put(start, startAt);
        put(start.plus(LENGTH), endAt);
        return request;
    }

    /** An instant of whole minutes is always as long as another. */
    private void put(Instant instant, int at) {
        byte[] text = instant.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, request, at, text.length);
    }

    private static UUID uuid7() {
        long random = ThreadLocalRandom.current().nextLong();
        return new UUID(
                (System.currentTimeMillis() << 16) | 0x7000L | (random & 0xfff),
                (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }
}
