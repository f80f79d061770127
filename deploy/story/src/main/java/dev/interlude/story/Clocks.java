package dev.interlude.story;

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
import java.util.List;

/**
 * The clocks of all services, which only go forward and only together. A clock answers when the
 * timers that came due have run; those that hear of others are moved before those they hear.
 */
public final class Clocks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final List<URI> services;
    private final String adminToken;

    /**
     * @param services planner, checklist, notifier, postmortem: their own addresses
     * @param adminToken bearer token of an admin
     */
    public Clocks(HttpClient http, List<URI> services, String adminToken) {
        this.http = http;
        this.services = services.reversed();
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

    /** Moves all to an instant; a clock that is past it stays. */
    public Instant forwardTo(Instant to) {
        for (URI service : services) {
            if (now(service).isBefore(to)) {
                move(service, to);
            }
        }
        return now();
    }

    private Instant now(URI service) {
        JsonNode answer =
                send(service, HttpRequest.newBuilder(service.resolve("/api/v1/clock")).GET());
        return Instant.parse(answer.path("now").asText());
    }

    private void move(URI service, Instant to) {
        send(
                service,
                HttpRequest.newBuilder(service.resolve("/api/v1/clock"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"to\":\"" + to + "\"}")));
    }

    private JsonNode send(URI service, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(
                            request.header("Authorization", "Bearer " + adminToken)
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StoryFailed(
                        "the clock of "
                                + service
                                + " answers "
                                + response.statusCode()
                                + ": "
                                + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new StoryFailed("the clock of " + service + " can't be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted", e);
        }
    }
}
