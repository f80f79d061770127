package dev.interlude.eventlog.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.CloudEvents;
import dev.interlude.eventlog.HeardEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.Restored;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads {@code GET /api/v1/published} of another service. */
final class PublishedClient {

    private final String source;
    private final HttpClient http;
    private final String base;
    private final String token;

    PublishedClient(Vertx vertx, String source, String base, String token) {
        this.source = source;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(1_000));
        this.base = base;
        this.token = token;
    }

    /** A part of the list of what was published, and where the source's log stood. */
    record Page(List<HeardEvent> events, long head, int epoch, List<Restored> restores) {}

    Uni<Page> after(long position, int limit) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(
                                base + "/api/v1/published?after=" + position + "&limit=" + limit)
                        .setTimeout(10_000)
                        .putHeader("Authorization", "Bearer " + token);
        return UniHelper.toUni(
                http.request(options)
                        .compose(HttpClientRequest::send)
                        .compose(PublishedClient::body)
                        .map(this::page));
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.body()
                : Future.failedFuture("answered " + response.statusCode());
    }

    private Page page(Buffer body) {
        var events = new ArrayList<HeardEvent>();
        for (String line : body.toString(StandardCharsets.UTF_8).lines().toList()) {
            JsonNode node = tree(line);
            if (node.has("head")) {
                return new Page(
                        events,
                        node.get("head").asLong(),
                        node.get("epoch").asInt(),
                        restores(node));
            }
            byte[] data = Base64.getDecoder().decode(node.get("data_base64").asText());
            events.add(
                    CloudEvents.heard(
                            name -> node.hasNonNull(name) ? node.get(name).asText() : null, data));
        }
        throw new IllegalStateException("the list of published events ends without its head");
    }

    private List<Restored> restores(JsonNode last) {
        var restores = new ArrayList<Restored>();
        last.path("restored")
                .forEach(one ->
                        restores.add(
                                new Restored(
                                        source,
                                        one.get("epoch").asInt(),
                                        one.get("lastPosition").asLong())));
        return restores;
    }

    private static JsonNode tree(String line) {
        try {
            return LogJson.mapper().readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException("the list of published events is unreadable", e);
        }
    }
}
