package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.CARLA;
import static dev.interlude.checklist.checklist.Night.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.NextActs.NextAct;
import dev.interlude.checklist.view.ChecklistView;
import dev.interlude.checklist.view.StepView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words to the customers are steps like others, with a time at which they are due. */
class LiaisonTest {

    private static final String TOLD =
            """
            # Told
            - [ ] Stop {#stop 40m no-rollback:x}
            - [ ] Tell the customers {#tell 5m @liaison due:2026-03-07T02:30:00Z no-rollback:x}
            """;

    private static Night started() {
        return Night.announced(TOLD).hears("02:00", new WindowNews.Started());
    }

    private static StepView tell(Night night, String time) {
        return ChecklistView.of(night.state(), at(time), List.of()).steps().stream()
                .filter(step -> step.id().equals("tell"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_was_due_is_overdue_until_it_is_settled() {
        Night night = started();
        assertThat(tell(night, "02:30").overdue()).isFalse();
        assertThat(tell(night, "02:31").overdue()).isTrue();
        Night told = night.starts(BEN, "02:31", "tell").completes(BEN, "02:33", "tell");
        assertThat(tell(told, "02:34").overdue()).as("nobody has looked at it").isTrue();
        assertThat(tell(told.confirms(ANA, "02:35", "tell"), "02:36").overdue()).isFalse();
    }

    @Test
    void with_two_people_the_buddy_tells_the_customers() {
        Checklist two = started().state();
        assertThat(NextActs.of(two, BEN.id(), at("02:01"))).contains(new NextAct("start", "tell"));
        assertThat(NextActs.of(two, ANA.id(), at("02:01")))
                .doesNotContain(new NextAct("start", "tell"));
    }

    @Test
    void where_there_is_a_liaison_they_do() {
        Night three =
                started().hears("02:00", new WindowNews.CrewNamed(ANA.id(), BEN.id(), CARLA.id()));
        assertThat(NextActs.of(three.state(), CARLA.id(), at("02:01")))
                .contains(new NextAct("start", "tell"));
        assertThat(NextActs.of(three.state(), BEN.id(), at("02:01")))
                .doesNotContain(new NextAct("start", "tell"));
    }
}
