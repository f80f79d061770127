package dev.interlude.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Somebody who listens to the public stream all night: when the connection breaks it is made again
 * with Last-Event-ID, as browsers do.
 */
final class PublicListener implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI stream;
    private final List<JsonNode> notices = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile String lastId = "";

    PublicListener(URI frontDoor) {
        stream = frontDoor.resolve("/stream");
        thread = Thread.ofVirtual().name("listener").start(this::listen);
    }

    /** What was told, in the order in which it was heard. */
    List<JsonNode> notices() {
        return List.copyOf(notices);
    }

    /** Kinds of the notices about a window. */
    List<String> kinds(String windowId) {
        return notices.stream()
                .filter(notice -> notice.path("windowId").asText().equals(windowId))
                .map(notice -> notice.path("kind").asText())
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        http.shutdownNow();
    }

    private void listen() {
        while (!closed) {
            var request = HttpRequest.newBuilder(stream).header("Accept", "text/event-stream");
            if (!lastId.isEmpty()) {
                request.header("Last-Event-ID", lastId);
            }
            try {
                var answer = http.send(request.build(), BodyHandlers.ofLines());
                if (answer.statusCode() == 200) {
                    read(answer.body());
                }
                Thread.sleep(200);
            } catch (IOException | java.io.UncheckedIOException e) {
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read(Stream<String> lines) throws JsonProcessingException {
        var data = new StringBuilder();
        var id = new String[] {""};
        var failed = new JsonProcessingException[1];
        lines.forEach(line -> {
            if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            } else if (line.startsWith("id:")) {
                id[0] = line.substring(3).strip();
            } else if (line.isEmpty() && !data.isEmpty()) {
                try {
                    notices.add(JSON.readTree(data.toString()));
                    lastId = id[0];
                } catch (JsonProcessingException e) {
                    failed[0] = e;
                }
                data.setLength(0);
            }
        });
        if (failed[0] != null) {
            throw failed[0];
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
