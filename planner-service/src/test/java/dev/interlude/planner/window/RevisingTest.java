package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.ReviseWindow;
import dev.interlude.planner.window.WindowEvent.PolicyUsed;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevisingTest {

    private static ReviseWindow revise(
            Act act, @Nullable String title, @Nullable List<ComponentImpact> components) {
        return new ReviseWindow(
                act,
                title,
                null,
                null,
                null,
                null,
                null,
                components,
                null,
                null,
                null,
                NoticePolicy.DEFAULT);
    }

    private static WindowRevised revised(
            @Nullable String title, @Nullable List<ComponentImpact> components) {
        return new WindowRevised(
                ID,
                title,
                null,
                null,
                null,
                null,
                null,
                components,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static WindowRevised announcing(List<ComponentImpact> components) {
        return new WindowRevised(
                ID,
                null,
                null,
                null,
                null,
                null,
                null,
                components,
                null,
                null,
                null,
                Duration.between(MONDAY, TWO),
                Duration.ofDays(3),
                new PolicyUsed("default", 1),
                null);
    }

    private static final ComponentImpact API_OUT = new ComponentImpact("api", "API", Impact.OUTAGE);
    private static final ComponentImpact MAIL = new ComponentImpact("mail", "Mail", Impact.OUTAGE);

    @Test
    void only_what_differs_is_recorded() {
        announced()
                .when(revise(ana(MONDAY), "Another title", List.of(BUILDS, API)))
                .then(revised("Another title", null))
                .thenState(w -> assertThat(((Known) w).plan().title()).isEqualTo("Another title"));
    }

    @Test
    void a_revision_without_a_difference_is_none() {
        announced().when(revise(ana(MONDAY), "Move RabbitMQ", null)).thenNothing();
    }

    @Test
    void a_component_that_is_new_or_worse_needs_its_own_notice() {
        var late = TWO.minusSeconds(3600);
        announced()
                .when(revise(ana(late), null, List.of(BUILDS, API_OUT)))
                .thenRejected("notice-too-short", "required", "PT72H");
        announced()
                .when(revise(ana(late), null, List.of(BUILDS, API, MAIL)))
                .thenRejected("notice-too-short");
        announced()
                .when(revise(ana(MONDAY), null, List.of(BUILDS, API_OUT)))
                .then(announcing(List.of(BUILDS, API_OUT)));
    }

    @Test
    void a_component_may_be_dropped_or_spared_at_any_time_before_the_start() {
        announced()
                .when(revise(ana(TWO.minusSeconds(60)), null, List.of(BUILDS)))
                .then(revised(null, List.of(BUILDS)));
    }

    @Test
    void before_the_announcement_no_notice_is_judged() {
        plannedOnly()
                .when(revise(ana(TWO.minusSeconds(60)), null, List.of(MAIL)))
                .thenTypes(WindowRevised.class);
    }

    @Test
    void components_are_fixed_once_the_work_has_started() {
        started().when(revise(ana(TWO), null, List.of(BUILDS))).thenRejected("wrong-state");
        started().when(revise(ana(TWO), "Another title", null)).thenTypes(WindowRevised.class);
    }

    @Test
    void updates_come_in_a_rhythm_that_people_can_keep() {
        for (var rhythm : List.of(Duration.ZERO, Duration.ofSeconds(59), Duration.ofDays(2))) {
            announced()
                    .when(
                            new ReviseWindow(
                                    ana(MONDAY),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    rhythm,
                                    null,
                                    NoticePolicy.DEFAULT))
                    .thenRejected("invalid");
        }
    }

    @Test
    void whom_a_window_is_told_to_is_settled_when_it_is_told() {
        plannedOnly()
                .when(forStaff(ana(MONDAY)))
                .thenState(w -> assertThat(((Known) w).plan().audience()).isEqualTo(STAFF));
        announced().when(forStaff(ana(MONDAY))).thenRejected("wrong-state");
        nothing()
                .at(MONDAY)
                .and(planned(Kind.REHEARSAL, STAFF, false, BUILDS))
                .when(forAudience(ana(MONDAY), Audience.PUBLIC))
                .thenRejected("invalid");
    }

    private static ReviseWindow forStaff(Act act) {
        return forAudience(act, STAFF);
    }

    private static ReviseWindow forAudience(Act act, Audience audience) {
        return new ReviseWindow(
                act,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                audience,
                NoticePolicy.DEFAULT);
    }

    private static final Audience STAFF = Audience.STAFF;

    @Test
    void what_is_over_is_not_revised() {
        verifying()
                .and(new WindowCompleted(ID, Outcome.SUCCEEDED, FOUR, null, null, null))
                .when(revise(ana(FOUR), "Another title", null))
                .thenRejected("wrong-state");
    }

    @Test
    void only_a_planner_revises() {
        announced().when(revise(ben(MONDAY), "Another title", null)).thenRejected("role-missing");
    }
}
