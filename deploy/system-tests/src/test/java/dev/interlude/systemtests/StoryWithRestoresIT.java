package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlude.local.House;
import dev.interlude.story.Act;
import dev.interlude.story.Player;
import dev.interlude.story.Scene;
import dev.interlude.story.Stagehand;
import dev.interlude.story.Story;
import dev.interlude.story.Variables;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story, in which the planner's database comes back from a backup that does not know the
 * extension, and the checklist's from one that does not know the last confirmation.
 */
class StoryWithRestoresIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String CANARY = "Said in a future that was lost.";

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Night night;
    private Player player;

    @Test
    void nothing_of_a_lost_future_is_taken_for_true_and_nobody_is_told_twice() {
        try (Night here = Night.in(folder)) {
            night = here;
            var story = Story.rabbitmq();
            player =
                    new Player(
                            story,
                            night.stage(),
                            new Audiences(
                                    List.of(
                                            new Stagehand(System.out, story.zone()),
                                            new Operator(night))));
            Variables variables = player.play();
            assertThat(Outcome.told(night.listener(), variables)).isEqualTo(told(story.told()));
        }
    }

    /** What the story tells; and what was corrected, and then said again by people. */
    private static List<String> told(List<String> story) {
        var told = new ArrayList<>(story);
        int extended = index(told, "EXTENDED");
        told.addAll(
                extended + 1,
                List.of(
                        "PROGRESS, InProgress until Sat 05:00: " + CANARY,
                        "CORRECTION, InProgress until Sat 04:00: The system we plan with was"
                                + " restored from a backup. What holds now: from {{start}} to"
                                + " {{end}}.",
                        told.get(extended)));
        int verifying = index(told, "VERIFYING");
        told.addAll(
                verifying + 1,
                List.of(
                        "PROGRESS, InProgress until Sat 05:00: Something is left to do: the work"
                                + " goes on.",
                        told.get(verifying)));
        return told;
    }

    private static int index(List<String> told, String kind) {
        return told.indexOf(
                told.stream().filter(t -> t.startsWith(kind)).findFirst().orElseThrow());
    }

    /** Who takes the backups, and puts them back an act later. */
    private final class Operator implements Player.Audience {

        private final Backups backups;

        Operator(Night night) {
            this.backups = new Backups(night.run(), House.here().root().resolve("interlude"));
        }

        @Override
        public void after(Act act, Scene scene) {
            switch (act.act()) {
                case "earlier-end" -> backups.take("planner");
                case "extend" -> loseTheExtension(act, scene.variables());
                case "builds-done" -> backups.take("checklist");
                case "builds-confirmed" -> loseTheConfirmation(act, scene.variables());
                default -> {}
            }
        }

        private void loseTheExtension(Act act, Variables variables) {
            String window = window(variables);
            String checklist = checklist(variables);
            post(
                    window + "/updates",
                    "carla",
                    JSON.createObjectNode().put("publicText", CANARY),
                    201);
            soon(() -> assertThat(plain("/")).contains(CANARY));
            String extended = get(window).path("end").asText();

            backups.restore("planner");
            soon(() -> assertThat(get(window).path("end").asText()).isNotEqualTo(extended));
            String end = get(window).path("end").asText();
            soon(() -> {
                assertThat(get(checklist).at("/window/end").asText()).isEqualTo(end);
                assertThat(get(checklist).at("/forecast/announcedEnd").asText()).isEqualTo(end);
                assertThat(night.listener().kinds(variables.get("window")).getLast())
                        .isEqualTo("CORRECTION");
                assertThat(night.world().timeline(variables))
                        .noneMatch(line -> line.startsWith("Extended from"))
                        .filteredOn(line -> line.contains(CANARY))
                        .allMatch(line -> line.startsWith("Told the public"));
            });
            post(window + "/extensions", act.who(), act.body(), 201);
            soon(() -> assertThat(get(checklist).at("/window/end").asText()).isEqualTo(extended));
        }

        private void loseTheConfirmation(Act act, Variables variables) {
            String window = window(variables);
            String checklist = checklist(variables);
            soon(() -> assertThat(get(window).path("state").asText()).isEqualTo("Verifying"));
            backups.restore("checklist");
            soon(() -> assertThat(get(window).path("state").asText()).isEqualTo("InProgress"));
            post(checklist + "/confirmations", act.who(), act.body(), 200);
            soon(() -> assertThat(get(window).path("state").asText()).isEqualTo("Verifying"));
        }
    }

    private static String window(Variables variables) {
        return "/api/v1/windows/" + variables.get("window");
    }

    private static String checklist(Variables variables) {
        return "/api/v1/checklists/" + variables.get("window");
    }

    private static void soon(ThrowingRunnable holds) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(100)).untilAsserted(holds);
    }

    private String plain(String path) {
        return send(request(path, "otto").GET()).body();
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(plain(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Done anew, beside the story, which goes on behind it. */
    private void post(String path, String who, JsonNode body, int status) {
        var answer =
                send(
                        request(path, who)
                                .header("Content-Type", "application/json")
                                .POST(
                                        body == null
                                                ? BodyPublishers.noBody()
                                                : BodyPublishers.ofString(body.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        player.caused(answer.headers().firstValue("Interlude-Event").orElseThrow());
    }

    private HttpRequest.Builder request(String path, String who) {
        return HttpRequest.newBuilder(night.stage().frontDoor().resolve(path))
                .timeout(SOON)
                .header("Authorization", "Bearer " + night.stage().tokens().get(who));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
