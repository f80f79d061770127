package dev.interlude.runner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the runner sees of the service, so that its processes can be tested without one. */
final class Counterpart {

    private static final AtomicInteger COUNT = new AtomicInteger();

    final Map<String, ByteArrayOutputStream> outputs = new ConcurrentHashMap<>();
    final Map<String, Map<String, Object>> results = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> told = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> beats = new ConcurrentHashMap<>();
    final Map<String, Boolean> cancelled = new ConcurrentHashMap<>();
    final Map<String, Boolean> lost = new ConcurrentHashMap<>();
    final BlockingQueue<List<?>> offers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Map<String, Object>> work = new LinkedBlockingQueue<>();
    private HttpServer server;

    /** How long it takes over what a script has put out. */
    volatile Duration slowness = Duration.ZERO;

    Counterpart() throws IOException {
        this.server = open(0);
    }

    private HttpServer open(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer opened = HttpServer.create(address, 50);
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.createContext("/api/v1/runners/", this::answer);
        opened.start();
        return opened;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Gone, with all connections, as after a kill. */
    void down() {
        server.stop(0);
    }

    void up() throws IOException {
        server = open(server.getAddress().getPort());
    }

    String ask(String script, String timeout, String... arguments) {
        return ask(script, timeout, null, arguments);
    }

    String ask(
            @Nullable String script,
            String timeout,
            @Nullable Map<String, Object> probe,
            String... arguments) {
        String run = "01980000-0000-7000-8000-%012d".formatted(COUNT.incrementAndGet());
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("runId", run);
        claim.put("windowId", "w");
        claim.put("stepId", "s");
        claim.put("script", script);
        claim.put("arguments", List.of(arguments));
        claim.put("timeout", timeout);
        claim.put("probe", probe);
        claim.put("heartbeat", "PT0.2S");
        work.add(claim);
        return run;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path[4].equals("claims")) {
                claims(exchange, body);
                return;
            }
            String run = path[5];
            switch (path[6]) {
                case "heartbeat" -> beat(exchange, run);
                case "output" -> {
                    Thread.sleep(slowness);
                    output(exchange, run, body);
                }
                default -> {
                    told.computeIfAbsent(run, _ -> new AtomicInteger()).incrementAndGet();
                    results.put(run, Json.read(body));
                    send(exchange, 200, Map.of("effective", true));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void claims(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        if (Json.read(body).get("scripts") instanceof List<?> scripts) {
            offers.add(scripts);
        }
        Map<String, Object> claim = work.poll(1, TimeUnit.SECONDS);
        if (claim == null) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            send(exchange, 200, claim);
        }
    }

    private void beat(HttpExchange exchange, String run) throws IOException {
        beats.computeIfAbsent(run, _ -> new AtomicInteger()).incrementAndGet();
        if (lost.containsKey(run)) {
            send(exchange, 409, Map.of("code", "lease-lost"));
        } else {
            send(exchange, 200, Map.of("cancel", cancelled.containsKey(run)));
        }
    }

    private void output(HttpExchange exchange, String run, byte[] body) throws IOException {
        int offset = Integer.parseInt(exchange.getRequestURI().getQuery().substring(7));
        var kept = outputs.computeIfAbsent(run, _ -> new ByteArrayOutputStream());
        if (kept.size() == offset) {
            kept.write(body);
        }
        boolean gap = kept.size() < offset + body.length;
        send(exchange, gap ? 409 : 200, Map.of("length", kept.size()));
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> json)
            throws IOException {
        byte[] bytes = Json.write(json);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
