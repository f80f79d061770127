package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.story.Variables;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story, on a night when the broker is the patient. */
class StoryWithoutBrokerIT {

    @TempDir Path folder;

    @Test
    void it_ends_as_it_would_have_ended_and_the_topics_catch_up() {
        try (Night night = Night.in(folder)) {
            night.stopBroker();
            Variables variables = night.player().play();
            Outcome.assertSame(night, variables);
            night.startBroker();
            String window = variables.get("window");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(() ->
                            assertThat(
                                            night.records().stream()
                                                    .filter(r -> r.key().equals(window))
                                                    .map(PublishedRecord::name))
                                    .contains(
                                            "WindowCompleted",
                                            "ChecklistFinished",
                                            "NoticePublished",
                                            "PostmortemDue"));
        }
    }
}
