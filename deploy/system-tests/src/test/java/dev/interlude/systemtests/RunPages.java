package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.story.Act;
import dev.interlude.story.Player;
import dev.interlude.story.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Both have the run open all night, from the moment its checklist is drafted. */
final class RunPages implements Player.Audience, AutoCloseable {

    private static final Duration SOON = Duration.ofMinutes(2);

    private final Night night;
    private final Map<String, List<String>> seen = new LinkedHashMap<>();
    private final List<EventStream> streams = new ArrayList<>();

    RunPages(Night night) {
        this.night = night;
    }

    @Override
    public void after(Act act, Scene scene) {
        if (act.act().equals("checklist")) {
            open("ana", scene.variables().get("window"));
            open("ben", scene.variables().get("window"));
        }
    }

    /** Everything that happened to the checklist was seen by both, once and in its order. */
    void assertNothingMissing(String window) {
        for (String stream : List.of("checklist-" + window, "forecast-" + window)) {
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> {
                        List<String> happened = published(stream);
                        assertThat(happened).isNotEmpty();
                        seen.forEach((who, all) ->
                                assertThat(all)
                                        .as("seen by " + who)
                                        .filteredOn(event -> event.startsWith(stream + " "))
                                        .isEqualTo(happened));
                    });
        }
    }

    @Override
    public void close() {
        streams.forEach(EventStream::close);
    }

    private List<String> published(String stream) {
        return night.records().stream()
                .filter(record -> record.subject().equals(stream))
                .map(record -> stream + " " + record.sequence())
                .toList();
    }

    private void open(String who, String window) {
        List<String> events = new CopyOnWriteArrayList<>();
        seen.put(who, events);
        streams.add(
                new EventStream(
                        night.stage()
                                .frontDoor()
                                .resolve("/api/v1/checklists/" + window + "/stream"),
                        night.stage().tokens().getOrDefault(who, ""),
                        "1-0",
                        told -> {
                            // what only time does is told without being kept
                            if (!told.name().equals("forecast")) {
                                events.add(line(told.data()));
                            }
                        }));
    }

    private static String line(String data) {
        JsonNode event = Schemas.tree(data.getBytes(StandardCharsets.UTF_8));
        return event.path("subject").asText() + " " + event.path("sequence").asLong();
    }
}
