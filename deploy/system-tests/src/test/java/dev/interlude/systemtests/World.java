package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlude.story.Act;
import dev.interlude.story.Player;
import dev.interlude.story.Scene;
import dev.interlude.story.Variables;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/**
 * What the world shows after each act: public texts, what the stream's listener heard, the topics,
 * the timeline.
 */
final class World implements Player.Audience {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI frontDoor;
    private final String auditorToken;
    private final PublicListener listener;
    private final Supplier<List<PublishedRecord>> topics;
    private final List<String> expectedNotices = new ArrayList<>();
    private final Map<String, Integer> expectedLines = new HashMap<>();

    /**
     * @param topics what lies on the topics by now; null as long as there is no broker
     */
    World(
            URI frontDoor,
            String auditorToken,
            PublicListener listener,
            Supplier<List<PublishedRecord>> topics) {
        this.frontDoor = frontDoor;
        this.auditorToken = auditorToken;
        this.listener = listener;
        this.topics = topics;
    }

    @Override
    public void after(Act act, Scene scene) {
        JsonNode then = act.then();
        Variables variables = scene.variables();
        texts(then, "page").forEach(text -> soon(act, () -> assertThat(page()).contains(text)));
        texts(then, "pageLacks")
                .forEach(text -> soon(act, () -> assertThat(page()).doesNotContain(text)));
        texts(then, "feed")
                .forEach(text -> soon(act, () -> assertThat(plain("/feed.atom")).contains(text)));
        texts(then, "calendar")
                .forEach(text -> soon(act, () -> assertThat(calendar()).contains(text)));
        then.path("api")
                .properties()
                .forEach(e ->
                        soon(
                                act,
                                () ->
                                        assertThat(scheduled().at(e.getKey()).asText())
                                                .as(e.getKey())
                                                .isEqualTo(variables.fill(e.getValue().asText()))));
        if (then.has("notices")) {
            expectedNotices.addAll(texts(then, "notices"));
            String window = variables.get("window");
            soon(act, () -> assertThat(listener.kinds(window)).isEqualTo(expectedNotices));
        }
        if (topics.get() != null) {
            texts(then, "topics")
                    .forEach(name ->
                            soon(act, () -> assertThat(published(variables)).contains(name)));
        }
        texts(then, "timeline")
                .forEach(text -> {
                    int times = expectedLines.merge(text, 1, Integer::sum);
                    soon(
                            act,
                            () ->
                                    assertThat(timeline(variables))
                                            .filteredOn(line -> line.contains(text))
                                            .as(text)
                                            .hasSizeGreaterThanOrEqualTo(times));
                });
    }

    /** All sentences of the window's timeline. */
    List<String> timeline(Variables variables) {
        List<String> lines = new ArrayList<>();
        String path = "/api/v1/timelines/" + variables.get("window") + "?limit=200";
        while (path != null) {
            var answer = get(path, auditorToken);
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answers " + answer.body());
            }
            tree(answer.body()).forEach(entry -> lines.add(entry.path("summary").asText()));
            String link = answer.headers().firstValue("Link").orElse("");
            path = link.isEmpty() ? null : link.substring(1, link.indexOf('>'));
        }
        return lines;
    }

    private List<String> published(Variables variables) {
        List<PublishedRecord> records = topics.get();
        return records.stream()
                .filter(record -> record.key().equals(variables.get("window")))
                .map(PublishedRecord::name)
                .distinct()
                .toList();
    }

    private String page() {
        return text(plain("/"));
    }

    private JsonNode scheduled() {
        return tree(plain("/api/v2/scheduled-maintenances.json"));
    }

    /** Unfolded (RFC 5545, 3.1). */
    private String calendar() {
        return plain("/calendar.ics").replaceAll("\r?\n[ \t]", "").replace("\\,", ",");
    }

    private String plain(String path) {
        var answer = get(path, null);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private java.net.http.HttpResponse<String> get(String path, String token) {
        var request = HttpRequest.newBuilder(frontDoor.resolve(path)).timeout(SOON);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path + " can't be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The words that a reader of HTML sees. */
    static String text(String html) {
        return html.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    private static List<String> texts(JsonNode then, String check) {
        return StreamSupport.stream(then.path(check).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void soon(Act act, ThrowingRunnable holds) {
        Awaitility.await("after act " + act.act())
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(holds);
    }
}
