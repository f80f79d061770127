package dev.interlude.tally;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlude.eventlog.LogJson;
import dev.interlude.testkit.PublishedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The planner's list of what it published, behind real HTTP, as the service under test asks for it.
 */
final class Peer implements AutoCloseable {

    private final HttpServer server;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private volatile long head;
    private volatile int epoch = 1;
    private volatile String restored = "";

    private record Line(PublishedEvent event, byte[] data) {}

    private Peer(HttpServer server) {
        this.server = server;
    }

    /** Listens where the service under test expects its planner. */
    static Peer planner() {
        URI at =
                URI.create(
                        ConfigProvider.getConfig()
                                .getValue("interlude.peers.planner", String.class));
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress("localhost", at.getPort()), 0);
            var peer = new Peer(server);
            server.createContext("/api/v1/published", peer::answer);
            server.start();
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void publish(PublishedEvent event, byte[] data) {
        lines.add(new Line(event, data));
        head = Math.max(head, event.position());
    }

    /** The database came back with nothing behind a position; earlier restores stay as said. */
    void restore(int newEpoch, long lastPosition, String... restores) {
        lines.removeIf(line -> line.event().position() > lastPosition);
        head = lastPosition;
        epoch = newEpoch;
        restored = String.join(",", restores);
    }

    static String said(int epoch, long lastPosition) {
        return "{\"epoch\":%d,\"lastPosition\":%d}".formatted(epoch, lastPosition);
    }

    private void answer(HttpExchange exchange) throws IOException {
        long after =
                Long.parseLong(
                        exchange.getRequestURI().getQuery().replaceAll(".*after=(\\d+).*", "$1"));
        var body = new StringBuilder();
        for (Line line : lines) {
            if (line.event().position() > after) {
                body.append(json(line)).append('\n');
            }
        }
        body.append(
                "{\"head\":%d,\"epoch\":%d,\"restored\":[%s]}%n".formatted(head, epoch, restored));
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static ObjectNode json(Line line) {
        ObjectNode node = LogJson.mapper().createObjectNode();
        line.event()
                .attributes()
                .forEach((name, value) -> node.put(name.replace("ce_", ""), value));
        node.put("data_base64", Base64.getEncoder().encodeToString(line.data()));
        return node;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
