package dev.interlude.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontDoorIT {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final CompletableFuture<HttpServerResponse> stream = new CompletableFuture<>();
    private final CompletableFuture<String> left = new CompletableFuture<>();
    private PortPlan ports;
    private FrontDoor door;

    @BeforeEach
    void open() throws Exception {
        List<Integer> free = Ports.free(5);
        var services = new LinkedHashMap<String, Integer>();
        for (String service : PortPlan.SERVICES) {
            services.put(service, free.get(services.size() + 1));
        }
        ports = new PortPlan(free.getFirst(), services, 0, 0, 0);
        for (String service : List.of("planner", "notifier")) {
            vertx.createHttpServer()
                    .requestHandler(request -> answer(service, request))
                    .listen(ports.address(service).getPort(), "localhost")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        }
        door = FrontDoor.open(ports);
    }

    @AfterEach
    void close() {
        door.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Says who was asked for what, or streams. */
    private void answer(String service, HttpServerRequest request) {
        if (request.path().equals("/stream")) {
            request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            request.connection().closeHandler(nothing -> left.complete("left"));
            request.response().exceptionHandler(gone -> left.complete("left"));
            request.response().write("data: one\n\n");
            stream.complete(request.response());
            return;
        }
        var headers = new JsonObject();
        request.headers()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        request.body()
                .onSuccess(body ->
                        request.response()
                                .setStatusCode(request.path().endsWith("5") ? 409 : 200)
                                .putHeader("ETag", "\"7\"")
                                .end(
                                        new JsonObject()
                                                .put("service", service)
                                                .put("method", request.method().name())
                                                .put("uri", request.uri())
                                                .put("headers", headers)
                                                .put("body", body.toString())
                                                .toBuffer()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(ports.frontDoorAddress().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void a_request_is_passed_on_as_it_is() throws Exception {
        HttpResponse<String> answer =
                send(
                        request("/api/v1/windows/5?dryRun=true&x=%20")
                                .header("If-Match", "\"3\"")
                                .header("Authorization", "Bearer t")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}")));
        var seen = new JsonObject(answer.body());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(seen.getString("service")).isEqualTo("planner");
        assertThat(seen.getString("method")).isEqualTo("POST");
        assertThat(seen.getString("uri")).isEqualTo("/api/v1/windows/5?dryRun=true&x=%20");
        assertThat(seen.getString("body")).isEqualTo("{\"a\":1}");
        assertThat(seen.getJsonObject("headers").getString("if-match")).isEqualTo("\"3\"");
        assertThat(seen.getJsonObject("headers").getString("authorization")).isEqualTo("Bearer t");
    }

    @Test
    void it_says_who_asked_and_does_not_believe_what_the_caller_says() throws Exception {
        HttpResponse<String> answer =
                send(
                        request("/history")
                                .header("X-Forwarded-For", "1.2.3.4")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("Forwarded", "for=1.2.3.4"));
        var headers = new JsonObject(answer.body()).getJsonObject("headers");
        assertThat(headers.getString("x-forwarded-for")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(headers.getString("x-forwarded-host"))
                .isEqualTo("localhost:" + ports.frontDoor());
        assertThat(headers.getString("host")).isEqualTo("localhost:" + ports.frontDoor());
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.containsKey("forwarded")).isFalse();
    }

    @Test
    void the_api_of_a_service_has_an_address() throws Exception {
        var seen = new JsonObject(send(request("/api/openapi/planner?format=json")).body());
        assertThat(seen.getString("service")).isEqualTo("planner");
        assertThat(seen.getString("uri")).isEqualTo("/q/openapi?format=json");
    }

    @Test
    void a_service_that_is_away_is_said_so() throws Exception {
        for (String method : List.of("GET", "POST")) {
            HttpResponse<String> answer =
                    send(
                            request("/api/v1/checklists/1")
                                    .method(
                                            method,
                                            HttpRequest.BodyPublishers.ofString("{\"a\":1}")));
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("service-away");
        }
    }

    @Test
    void what_is_nobodys_is_not_found() throws Exception {
        HttpResponse<String> answer = send(request("/api/v1/clock"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void a_stream_is_not_held_back_and_ends_when_the_reader_leaves() throws Exception {
        HttpResponse<InputStream> answer =
                http.send(request("/stream").build(), BodyHandlers.ofInputStream());
        var lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo("data: one");
        stream.get(10, TimeUnit.SECONDS).write("data: two\n\n");
        assertThat(next(lines)).isEqualTo("data: two");
        answer.body().close();
        assertThat(left.get(10, TimeUnit.SECONDS)).isEqualTo("left");
    }

    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        return line.isEmpty() ? lines.readLine() : line;
    }
}
