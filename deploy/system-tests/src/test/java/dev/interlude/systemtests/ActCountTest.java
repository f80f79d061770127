package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.story.Act;
import dev.interlude.story.Story;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The acts of the story as they are told; that they are accepted so is the story's own test. */
class ActCountTest {

    private static final int STEPS = 12;

    private static ActCount told(Act... more) {
        var count = new ActCount();
        Story.rabbitmq().acts().forEach(act -> count.after(act, null));
        List.of(more).forEach(act -> count.after(act, null));
        return count;
    }

    private static Act act(String who, String call) {
        return new Act("more", null, who, "", call, Map.of(), null, null, Map.of(), null);
    }

    @Test
    void a_step_costs_the_driver_two_acts_at_most_and_the_buddy_one_but_for_the_rejected_attempt() {
        assertThatCode(() -> told().assertFew(STEPS)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "ben, POST /api/v1/checklists/w/steps/cut-over/clearance",
        "ben, POST /api/v1/checklists/w/steps/watch-queues/start",
        "ben, POST /api/v1/checklists/w/steps/check-new-cluster/start",
        "ben, POST /api/v1/windows/w/holds",
        "ana, POST /api/v1/checklists/w/steps/move-backlog/notes",
        "ana_2, POST /api/v1/checklists/w/steps/test-build/retry",
        "ana, POST /api/v1/checklists/w/steps/watch-queues/clearance"
    })
    void one_act_more_is_too_many(String who, String call) {
        assertThatThrownBy(() -> told(act(who, call)).assertFew(STEPS))
                .isInstanceOf(AssertionError.class);
    }
}
