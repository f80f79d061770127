package dev.interlude.story;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of a story. Each call waits for what the last command caused ({@code
 * Interlude-After}). A service that is away, or asks to come back, is asked again: POSTs carry an
 * Idempotency-Key, so asking twice is safe.
 */
final class Caller {

    private static final Set<Integer> COME_BACK = Set.of(502, 503, 504);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HttpClient http;
    private final Stage stage;
    private final Variables variables;
    private @Nullable String lastEvent;

    Caller(HttpClient http, Stage stage, Variables variables) {
        this.http = http;
        this.stage = stage;
        this.variables = variables;
    }

    /** Calls until the service answers and, for a GET, the answer is good; the last answer. */
    Answer call(Act act, Predicate<Answer> good) {
        HttpRequest request = request(act);
        boolean reads = act.method().equals("GET");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = send(request);
            boolean late = System.nanoTime() > deadline;
            if (answer != null && !COME_BACK.contains(answer.status())) {
                if (!reads || good.test(answer) || late) {
                    answer.header("Interlude-Event").ifPresent(this::caused);
                    return answer;
                }
            } else if (late) {
                throw new StoryFailed(
                        act.call() + (answer == null ? ": no answer" : ": " + answer.text()));
            }
            pause();
        }
    }

    /** Calls from now on wait for what this event causes. */
    void caused(String event) {
        lastEvent = event;
    }

    private HttpRequest request(Act act) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(stage.frontDoor().resolve(variables.fill(act.path())))
                        .timeout(Duration.ofSeconds(20));
        if (act.who() != null) {
            request.header("Authorization", "Bearer " + stage.token(act.who()));
        }
        if (lastEvent != null) {
            request.header("Interlude-After", lastEvent);
        }
        if (act.method().equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        act.headers().forEach((name, value) -> request.header(name, variables.fill(value)));
        if (act.body() == null) {
            return request.method(act.method(), BodyPublishers.noBody()).build();
        }
        String body = variables.fill(act.body()).toString();
        return request.header("Content-Type", "application/json")
                .method(act.method(), BodyPublishers.ofString(body))
                .build();
    }

    private @Nullable Answer send(HttpRequest request) {
        try {
            return new Answer(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted", e);
        }
    }
}
