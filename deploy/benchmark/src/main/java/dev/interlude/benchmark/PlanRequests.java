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
 * UUIDv7 as {@code Idempotency-Key} each time. All but the key is made once.
 */
final class PlanRequests implements Supplier<byte[]> {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] request;
    private final int keyAt;

    private PlanRequests(byte[] request, int keyAt) {
        this.request = request;
        this.keyAt = keyAt;
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
        return new PlanRequests(request, start.length());
    }

    /** A plain window with one component, as a pipeline would plan it. */
    static String body() {
        Instant start = Instant.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.HOURS);
        return """
        {"title":"Move the queue to the new cluster",\
        "publicText":"We move our message queue to a new cluster. Builds stand still and wait,\
         the API answers more slowly. Nothing you push is lost.",\
        "zone":"Europe/Berlin","start":"%s","end":"%s",\
        "components":[{"id":"%s","impact":"DEGRADED"}],\
        "reminders":["P1D","PT1H"],"reason":"The old one is out of support"}\
        """
                .formatted(start, start.plus(Duration.ofHours(2)), Planner.COMPONENT);
    }

    @Override
    public byte[] get() {
        byte[] key = uuid7().toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(key, 0, request, keyAt, key.length);
        return request;
    }

    private static UUID uuid7() {
        long random = ThreadLocalRandom.current().nextLong();
        return new UUID(
                (System.currentTimeMillis() << 16) | 0x7000L | (random & 0xfff),
                (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }
}
