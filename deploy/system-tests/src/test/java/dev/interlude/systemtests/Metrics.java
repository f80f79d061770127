package dev.interlude.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the services measure about themselves. */
final class Metrics {

    private static final String POSITION = "interlude_relay_position";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Metrics() {}

    /** How far each service's log has come, as its relay sees it. */
    static Map<String, Double> heads(List<URI> services) {
        Map<String, Double> heads = new TreeMap<>();
        services.forEach(service -> heads.put(service.toString(), head(service)));
        return heads;
    }

    private static double head(URI service) {
        return text(service)
                .lines()
                .filter(line -> line.startsWith(POSITION))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(service + " has no " + POSITION));
    }

    private static String text(URI service) {
        try {
            var request = HttpRequest.newBuilder(service.resolve("/q/metrics")).build();
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError(service + " can't be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
