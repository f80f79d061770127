package dev.interlude.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clocks of all services, which only go forward and only together. First all are moved, then
 * the timers that came due fire, service by service.
 */
public final class Clocks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /**
     * What a move led to.
     *
     * @param now what time it is then, UTC
     * @param fired how many timers came due and have run
     * @param lastEvents of each service whose timers appended something, the last event's id
     */
    public record Moved(Instant now, int fired, List<String> lastEvents) {}

    private final HttpClient http;
    private final List<URI> services;
    private final String adminToken;

    /**
     * @param services planner, checklist, notifier, postmortem: their own addresses
     * @param adminToken bearer token of an admin
     */
    public Clocks(HttpClient http, List<URI> services, String adminToken) {
        this.http = http;
        this.services = List.copyOf(services);
        this.adminToken = adminToken;
    }

    /** The latest of the clocks. */
    public Instant now() {
        return services.stream().map(this::now).max(Instant::compareTo).orElseThrow();
    }

    /** Moves all by as much; answers what time it is then. */
    public Instant forwardBy(Duration by) {
        return forwardTo(now().plus(by));
    }

    /** Moves all to an instant; answers what time it is then. */
    public Instant forwardTo(Instant to) {
        return move(to).now();
    }

    /** Moves all to an instant, fires what came due; a clock that is past it stays. */
    public Moved move(Instant to) {
        for (URI service : services) {
            if (now(service).isBefore(to)) {
                move(service, "{\"to\":\"" + to + "\",\"fire\":false}");
            }
        }
        int fired = 0;
        List<String> lastEvents = new ArrayList<>();
        for (URI service : services) {
            HttpResponse<String> answer = move(service, "{\"by\":\"PT0S\"}");
            fired += tree(answer).path("fired").asInt();
            answer.headers().firstValue("Interlude-Event").ifPresent(lastEvents::add);
        }
        return new Moved(now(), fired, lastEvents);
    }

    private Instant now(URI service) {
        HttpResponse<String> answer =
                send(service, HttpRequest.newBuilder(service.resolve("/api/v1/clock")).GET());
        return Instant.parse(tree(answer).path("now").asText());
    }

    private HttpResponse<String> move(URI service, String how) {
        return send(
                service,
                HttpRequest.newBuilder(service.resolve("/api/v1/clock"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(how)));
    }

    /**
     * Moving a clock twice to the same instant is safe, so a service that is away is asked again.
     */
    private HttpResponse<String> send(URI service, HttpRequest.Builder request) {
        HttpRequest asked =
                request.header("Authorization", "Bearer " + adminToken).timeout(PATIENCE).build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                HttpResponse<String> answer = http.send(asked, BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return answer;
                }
                if (answer.statusCode() != 503 || System.nanoTime() > deadline) {
                    throw new StoryFailed(
                            "the clock of %s answers %d: %s"
                                    .formatted(service, answer.statusCode(), answer.body()));
                }
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new StoryFailed("the clock of " + service + " can't be reached: " + e, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static StoryFailed interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StoryFailed("interrupted", e);
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StoryFailed("a clock answers no JSON: " + answer.body(), e);
        }
    }
}
