package dev.interlude.planner.window;

import static dev.interlude.planner.window.Crowd.*;
import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.SafeguardCommand.ApproveWindow;
import dev.interlude.planner.window.SafeguardEvent.ApprovalVoided;
import dev.interlude.planner.window.SafeguardEvent.WindowApproved;
import dev.interlude.planner.window.WindowCommand.ExtendWindow;
import dev.interlude.planner.window.WindowCommand.NewEnd;
import dev.interlude.planner.window.WindowCommand.RecordReadiness;
import dev.interlude.planner.window.WindowCommand.ReviseWindow;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowEvent.PolicyUsed;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovingTest {

    private static final ReadinessRecorded READY = Night.readiness(9, true, false);

    private static WindowAnnounced wanting(Impact from) {
        return new WindowAnnounced(
                ID,
                TWO,
                FOUR,
                List.of(BUILDS, API),
                Duration.between(MONDAY, TWO),
                Duration.ofDays(3),
                new PolicyUsed("default", 2),
                from,
                null);
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> wanted() {
        return withCrew().and(wanting(Impact.OUTAGE), READY);
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> approved() {
        return wanted().and(new WindowApproved(ID, BEN.id(), 6, "hash"));
    }

    private static ReadinessRecorded changed(String hash) {
        return new ReadinessRecorded(
                ID, 10, hash, true, 0, true, true, false, false, false, false, false, false,
                List.of());
    }

    @Test
    void it_binds_the_version_and_the_checklist() {
        wanted().when(new ApproveWindow(ben(MONDAY)))
                .then(new WindowApproved(ID, BEN.id(), 6, "hash"));
        plannedOnly()
                .when(new ApproveWindow(ben(MONDAY)))
                .then(new WindowApproved(ID, BEN.id(), 1, null));
    }

    @Test
    void who_planned_it_does_not_approve_it() {
        wanted().when(new ApproveWindow(ana(MONDAY))).thenRejected("same-person");
        wanted().by(BEN)
                .and(revision(List.of(BUILDS)))
                .when(new ApproveWindow(ben(MONDAY)))
                .thenRejected("same-person");
    }

    @Test
    void an_operator_approves_and_no_machine() {
        wanted().when(new ApproveWindow(carla(MONDAY))).thenRejected("role-missing");
        wanted().when(new ApproveWindow(machine(MONDAY))).thenRejected("role-missing");
    }

    @Test
    void it_is_given_before_the_start_and_once() {
        approved().when(new ApproveWindow(dan(MONDAY))).thenNothing();
        started().when(new ApproveWindow(ben(TWO))).thenRejected("wrong-state");
    }

    @Test
    void nothing_starts_without_it_where_the_policy_wants_it() {
        wanted().when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("approval"));
        approved().when(new StartWindow(ana(TWO))).thenTypes(WindowStarted.class);
        ready().when(new StartWindow(ana(TWO))).thenTypes(WindowStarted.class);
    }

    @Test
    void it_is_wanted_from_an_impact_on() {
        var harmless = new ComponentImpact("builds", "Builds", Impact.DEGRADED);
        nothing()
                .at(MONDAY)
                .by(ANA)
                .and(planned(harmless), CREW, ANA_ACCEPTED, BEN_ACCEPTED)
                .and(wanting(Impact.OUTAGE), READY)
                .when(new StartWindow(ana(TWO)))
                .thenTypes(WindowStarted.class);
    }

    @Test
    void another_checklist_takes_it_away() {
        approved()
                .when(record(changed("another")))
                .then(changed("another"), new ApprovalVoided(ID, List.of("checklist")))
                .thenState(w -> assertThat(safeguards(w).approval()).isNull());
        approved().when(record(changed("hash"))).then(changed("hash"));
    }

    @Test
    void another_checklist_takes_nothing_away_when_the_work_has_begun() {
        approved()
                .and(new WindowStarted(ID, TWO, FOUR))
                .when(record(changed("another")))
                .then(changed("another"));
    }

    private static RecordReadiness record(ReadinessRecorded said) {
        return new RecordReadiness(Acts.reaction("when-readiness-changes", MONDAY), said);
    }

    @Test
    void other_components_or_another_impact_take_it_away() {
        var worse = new ComponentImpact("api", "API", Impact.OUTAGE);
        assertThat(
                        approved()
                                .when(revise(List.of(BUILDS, worse)))
                                .the(ApprovalVoided.class)
                                .because())
                .containsExactly("impact");
        approved()
                .when(revise(List.of(BUILDS)))
                .then(revision(List.of(BUILDS)), new ApprovalVoided(ID, List.of("components")));
        approved().when(revise(List.of(BUILDS, API))).thenNothing();
    }

    @Test
    void a_later_end_takes_it_away_and_who_put_it_off_does_not_approve() {
        approved()
                .when(
                        new ExtendWindow(
                                dan(MONDAY),
                                new NewEnd.At(FOUR.plusSeconds(60)),
                                "slow",
                                null,
                                null,
                                NoticePolicy.DEFAULT))
                .thenRejected("not-crew");
        approved()
                .when(
                        new ExtendWindow(
                                ben(MONDAY),
                                new NewEnd.At(FOUR.plusSeconds(60)),
                                "slow",
                                null,
                                null,
                                NoticePolicy.DEFAULT))
                .thenTypes(WindowExtended.class, ApprovalVoided.class)
                .next()
                .when(new ApproveWindow(ben(MONDAY)))
                .thenRejected("same-person");
    }

    @Test
    void another_title_does_not() {
        approved().when(revise("Better", null)).thenTypes(WindowRevised.class);
    }

    private static ReviseWindow revise(List<ComponentImpact> components) {
        return revise(null, components);
    }

    private static ReviseWindow revise(
            @Nullable String title, @Nullable List<ComponentImpact> components) {
        return new ReviseWindow(
                ana(MONDAY),
                title,
                null,
                null,
                null,
                null,
                null,
                components,
                null,
                null,
                NoticePolicy.DEFAULT);
    }

    private static WindowRevised revision(List<ComponentImpact> components) {
        return new WindowRevised(ID, null, null, null, null, null, null, components, null, null);
    }
}
