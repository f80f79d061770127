package dev.interlude.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.LogJson;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A run page that is open: it hears what happens to the checklist. */
final class Listener implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<String> forecasts = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean closed;

    /**
     * Listens once the answer has begun.
     *
     * @param lastEventId the last one seen
     */
    Listener(Window window, String token, String lastEventId) {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port)
                                        .resolve(window.path("/stream")))
                        .header("Authorization", "Bearer " + token)
                        .header("Last-Event-ID", lastEventId);
        Stream<String> lines = opened(request.build());
        Thread.ofVirtual().start(() -> read(lines));
    }

    /** Ids of the events that were told, in order. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    /** What was told as time went by. */
    List<String> forecasts() {
        return List.copyOf(forecasts);
    }

    /** What a browser would send to go on. */
    String lastId() {
        return lastId;
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }

    private Stream<String> opened(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read(Stream<String> lines) {
        String[] event = {"", ""};
        try {
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    event[0] = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    event[1] = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    event[0] += "\n" + line.substring(5).strip();
                } else if (line.isEmpty()) {
                    heard(event[0], event[1]);
                    event[0] = "";
                    event[1] = "";
                }
            });
        } catch (UncheckedIOException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    private void heard(String event, String id) {
        int end = event.indexOf('\n');
        if (end < 0) {
            return;
        }
        String data = event.substring(end + 1);
        if (event.substring(0, end).equals("forecast")) {
            forecasts.add(data);
            return;
        }
        ids.add(
                LogJson.read(data.getBytes(StandardCharsets.UTF_8), JsonNode.class)
                        .path("id")
                        .asText());
        lastId = id;
    }
}
