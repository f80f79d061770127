package dev.interlude.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Server-sent events as a browser takes them: when the connection breaks it is made again with
 * Last-Event-ID.
 */
final class EventStream implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI stream;
    private final String token;
    private final Consumer<Told> listener;
    private final Thread thread;
    private volatile boolean closed;
    private volatile String lastId;

    /** An event; the name is empty when none was said. */
    record Told(String name, String data) {}

    /**
     * Listens until it is closed.
     *
     * @param token bearer token; empty for nobody's
     * @param lastId to begin behind; empty for what comes
     */
    EventStream(URI stream, String token, String lastId, Consumer<Told> listener) {
        this.stream = stream;
        this.token = token;
        this.lastId = lastId;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("listener").start(this::listen);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        http.shutdownNow();
    }

    private void listen() {
        while (!closed) {
            try {
                var answer = http.send(request(), BodyHandlers.ofLines());
                if (answer.statusCode() == 200) {
                    read(answer.body());
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException | UncheckedIOException e) {
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private HttpRequest request() {
        var request = HttpRequest.newBuilder(stream).header("Accept", "text/event-stream");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        return request.build();
    }

    private void read(Stream<String> lines) {
        var data = new StringBuilder();
        String[] said = {"", ""};
        lines.forEach(line -> {
            if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            } else if (line.startsWith("event:")) {
                said[0] = line.substring(6).strip();
            } else if (line.startsWith("id:")) {
                said[1] = line.substring(3).strip();
            } else if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    listener.accept(new Told(said[0], data.toString()));
                    lastId = said[1].isEmpty() ? lastId : said[1];
                }
                data.setLength(0);
                said[0] = "";
                said[1] = "";
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
