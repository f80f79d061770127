package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.story.Story;
import dev.interlude.story.Variables;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How a night must end, whatever happened to the machines in it. */
final class Outcome {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private Outcome() {}

    /** The public was told exactly this, each notice once, in this order and these words. */
    static void assertSame(Night night, Variables variables) {
        assertThat(told(night.listener(), variables)).isEqualTo(Story.rabbitmq().told());
        assertThat(night.world().timeline(variables))
                .filteredOn(line -> line.startsWith("Post-mortem is due"))
                .containsExactly(
                        "Post-mortem is due: Step 'Run one build of every kind from push to"
                                + " result' was rejected: The scheduled build never sent its"
                                + " notification");
    }

    /** Notices in one line each: kind, state, promised end, words. */
    static List<String> told(PublicListener listener, Variables variables) {
        String window = variables.get("window");
        return listener.notices().stream()
                .filter(notice -> notice.path("windowId").asText().equals(window))
                .map(Outcome::line)
                .toList();
    }

    private static String line(JsonNode notice) {
        JsonNode window = notice.path("window");
        ZoneId zone = ZoneId.of(window.path("zone").asText());
        String end = TIME.format(Instant.parse(window.path("end").asText()).atZone(zone));
        String text = notice.at("/text/en").asText("");
        return "%s, %s until %s%s"
                .formatted(
                        notice.path("kind").asText(),
                        window.path("state").asText(),
                        end,
                        text.isBlank() ? "" : ": " + text);
    }
}
