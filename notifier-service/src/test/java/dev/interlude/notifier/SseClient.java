package dev.interlude.notifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A client of server-sent events that keeps what it received. */
final class SseClient implements AutoCloseable {

    /** An event as it came. */
    record Received(String id, String event, String data) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private String id = "";
    private String event = "";
    private String data = "";

    private SseClient(Stream<String> lines) {
        this.lines = lines;
    }

    static SseClient open(URI address, String lastEventId)
            throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(address)
                                        .header("Accept", "text/event-stream")
                                        .header("Last-Event-ID", lastEventId)
                                        .build(),
                                BodyHandlers.ofLines());
        var client = new SseClient(answer.body());
        Thread.ofVirtual().start(client::read);
        return client;
    }

    List<Received> received() {
        return received;
    }

    private void read() {
        try {
            lines.forEach(this::line);
        } catch (RuntimeException e) {
            // closed by the test
        }
    }

    private void line(String line) {
        if (line.isEmpty()) {
            if (!data.isEmpty()) {
                received.add(new Received(id, event, data));
            }
            data = "";
        } else if (line.startsWith("id:")) {
            id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            event = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
            data = data + line.substring(5).strip();
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
