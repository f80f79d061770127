package dev.interlude.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final Set<String> CHECKS =
            Set.of("page", "pageLacks", "feed", "calendar", "api", "notices", "topics", "timeline");

    private final Story story = Story.rabbitmq();

    @Test
    void time_only_goes_forward() {
        var time = new StoryTime(Instant.parse("2026-11-23T12:00:00Z"), story.zone());
        List<Instant> instants =
                story.acts().stream().map(Act::at).filter(Objects::nonNull).map(time::at).toList();
        assertThat(instants).isSorted().isNotEmpty();
    }

    @Test
    void only_known_things_are_checked() {
        Set<String> checks = new TreeSet<>();
        story.acts().stream()
                .map(Act::then)
                .map(JsonNode::fieldNames)
                .forEach(names -> names.forEachRemaining(checks::add));
        assertThat(CHECKS).containsAll(checks);
    }

    @Test
    void what_is_remembered_is_remembered_before_it_is_used() {
        var variables =
                new Variables(new StoryTime(Instant.parse("2026-11-23T12:00:00Z"), story.zone()));
        for (Act act : story.acts()) {
            variables.fill(act.path());
            act.headers().values().forEach(variables::fill);
            if (act.body() != null) {
                variables.fill(act.body());
            }
            act.remember().keySet().forEach(name -> variables.remember(name, "known"));
        }
        assertThat(variables.get("window")).isEqualTo("known");
    }

    @Test
    void the_demo_ends_at_an_act_of_the_story() {
        assertThat(story.acts()).extracting(Act::act).contains(Demo.UNTIL);
    }
}
