package dev.interlude.runner;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at addresses of the team's own, as far as the runner's settings name them. */
final class Probes {

    private static final int MOST = 1024 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final List<String> allowed;

    Probes(List<String> allowed) {
        this.allowed = allowed;
    }

    boolean any() {
        return !allowed.isEmpty();
    }

    /** What is seen, as the service wants to hear it; never fails. */
    Map<String, Object> look(Claim.Probe probe) throws InterruptedException {
        Map<String, Object> seen = new LinkedHashMap<>();
        try {
            URI uri = URI.create(probe.url()).normalize();
            if (allowed.stream().noneMatch(uri.toString()::startsWith)) {
                seen.put("fault", "this runner may not look there");
                return seen;
            }
            look(probe, uri, seen);
        } catch (IOException | RuntimeException e) {
            seen.put("fault", shortened(e));
        }
        return seen;
    }

    private void look(Claim.Probe probe, URI uri, Map<String, Object> seen)
            throws IOException, InterruptedException {
        // a little longer than it may take, so that an answer that comes late is told as that
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(probe.within().plusSeconds(2)).GET().build();
        long from = System.nanoTime();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream stream = response.body()) {
            byte[] body = stream.readNBytes(MOST);
            seen.put("status", response.statusCode());
            seen.put("took", Duration.ofMillis((System.nanoTime() - from) / 1_000_000).toString());
            if (probe.pointer() != null) {
                value(probe.pointer(), body, seen);
            }
        }
    }

    private static void value(String pointer, byte[] body, Map<String, Object> seen) {
        try {
            BigDecimal value = Json.number(body, pointer);
            if (value != null) {
                seen.put("value", value);
            }
        } catch (IOException e) {
            seen.put("fault", "the answer is no JSON");
        }
    }

    private static String shortened(Exception e) {
        String text =
                e.getClass().getSimpleName()
                        + (e.getMessage() == null ? "" : ": " + e.getMessage());
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
