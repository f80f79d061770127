package dev.interlude.runner;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A proxy's way of passing a request on. */
final class Passing {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Passing() {}

    static void on(HttpExchange exchange, int port) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            String query = asked.getQuery() == null ? "" : "?" + asked.getQuery();
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:" + port + asked.getPath() + query))
                            .POST(
                                    BodyPublishers.ofByteArray(
                                            exchange.getRequestBody().readAllBytes()))
                            .build();
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
