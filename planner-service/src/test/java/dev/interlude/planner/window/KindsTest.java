package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.AcceptCrew;
import dev.interlude.planner.window.WindowCommand.AnnounceWindow;
import dev.interlude.planner.window.WindowCommand.AssignCrew;
import dev.interlude.planner.window.WindowCommand.CompleteWindow;
import dev.interlude.planner.window.WindowCommand.DeclineCrew;
import dev.interlude.planner.window.WindowCommand.ExtendWindow;
import dev.interlude.planner.window.WindowCommand.NewEnd;
import dev.interlude.planner.window.WindowCommand.PostProgress;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowCommand.UpTo;
import dev.interlude.planner.window.WindowEvent.CrewAccepted;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.ProgressPosted;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindsTest {

    private static final Instant HALF_PAST = TWO.plusSeconds(1800);
    private static final ComponentImpact QUIET =
            new ComponentImpact("api", "API", Impact.NO_IMPACT);

    private static APlan emergency(Act act) {
        return APlan.by(act).of(Kind.EMERGENCY).with(SEATS);
    }

    private static Known known(Window w) {
        return (Known) w;
    }

    private static DeciderSpec<WindowCommand, WindowEvent, Window> announced(
            Kind kind, Audience audience) {
        return nothing().at(MONDAY).and(planned(kind, audience, false, BUILDS, API)).and(ANNOUNCED);
    }

    @Test
    void standard_work_follows_a_template() {
        nothing().when(APlan.by(ana(MONDAY)).of(Kind.STANDARD).build()).thenRejected("invalid");
        nothing()
                .when(APlan.by(ana(MONDAY)).of(Kind.STANDARD).following("move-a-queue").build())
                .then(planned(Kind.STANDARD, Audience.PUBLIC, false, BUILDS, API));
    }

    @Test
    void a_rehearsal_is_never_public() {
        var rehearsal = APlan.by(ana(MONDAY)).of(Kind.REHEARSAL);
        assertThat(nothing().when(rehearsal.build()).the(WindowPlanned.class).audience())
                .isEqualTo(Audience.STAFF);
        nothing().when(rehearsal.forAudience(Audience.PUBLIC).build()).thenRejected("invalid");
    }

    @Test
    void a_rehearsal_needs_no_notice_but_all_else() {
        var strict =
                new NoticePolicy(
                        "default",
                        2,
                        Map.of(Audience.STAFF, Map.of(Impact.OUTAGE, Duration.ofDays(3))),
                        NoticePolicy.Mode.REFUSE,
                        Duration.ZERO,
                        null);
        nothing()
                .at(MONDAY)
                .and(planned(Kind.REHEARSAL, Audience.STAFF, false, BUILDS))
                .when(new AnnounceWindow(ana(TWO.minusSeconds(60)), strict))
                .thenTypes(WindowAnnounced.class)
                .next()
                .when(new AssignCrew(ana(TWO.minusSeconds(50)), SEATS))
                .next()
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("crew", "checklist"));
        nothing()
                .at(MONDAY)
                .and(planned(Kind.NORMAL, Audience.STAFF, false, BUILDS))
                .when(new AnnounceWindow(ana(TWO.minusSeconds(60)), strict))
                .thenRejected("notice-too-short");
    }

    @Test
    void what_nobody_notices_is_for_staff_and_needs_no_notice() {
        nothing()
                .when(APlan.by(ana(MONDAY)).of(QUIET).build())
                .thenState(w -> assertThat(known(w).plan().audience()).isEqualTo(Audience.STAFF))
                .next()
                .when(new AnnounceWindow(ana(TWO.minusSeconds(1)), NoticePolicy.DEFAULT))
                .thenTypes(WindowAnnounced.class);
        nothing()
                .when(APlan.by(ana(MONDAY)).of(QUIET).forAudience(Audience.PUBLIC).build())
                .thenState(w -> assertThat(known(w).plan().audience()).isEqualTo(Audience.PUBLIC));
    }

    @Test
    void an_emergency_is_planned_announced_and_started_in_one_request() {
        nothing()
                .when(emergency(ana(HALF_PAST)).upTo(UpTo.InProgress).build())
                .thenTypes(
                        WindowPlanned.class,
                        CrewAssigned.class,
                        WindowAnnounced.class,
                        CrewAccepted.class,
                        WindowStarted.class)
                .thenState(w -> assertThat(known(w).state()).isEqualTo(State.IN_PROGRESS))
                .thenState(w -> assertThat(known(w).course().startedAt()).isEqualTo(TWO))
                .thenDue(new Due("update", HALF_PAST.plusSeconds(1800)), new Due("overrun", FOUR));
    }

    @Test
    void an_emergency_says_by_how_much_its_notice_was_too_short() {
        var e =
                nothing()
                        .when(emergency(ana(HALF_PAST)).upTo(UpTo.Announced).build())
                        .thenTypes(WindowPlanned.class, CrewAssigned.class, WindowAnnounced.class)
                        .the(WindowAnnounced.class);
        assertThat(e.noticeGiven()).isEqualTo(Duration.ofMinutes(-30));
        assertThat(e.noticeRequired()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void an_emergency_that_lies_ahead_starts_at_its_time() {
        var ahead = emergency(ana(TWO.minusSeconds(600))).upTo(UpTo.InProgress).build();
        nothing().when(ahead).thenRejected("too-early");
        nothing()
                .when(emergency(ana(TWO.minusSeconds(600))).build())
                .thenTypes(WindowPlanned.class, CrewAssigned.class)
                .next()
                .when(new AnnounceWindow(ana(TWO.minusSeconds(500)), NoticePolicy.DEFAULT))
                .thenTypes(WindowAnnounced.class);
    }

    @Test
    void an_emergency_began_at_most_a_day_ago_and_is_not_over() {
        nothing()
                .when(
                        emergency(ana(TWO.plusSeconds(86_401)))
                                .from(TWO, FIVE.plusSeconds(86_400))
                                .build())
                .thenRejected("invalid");
        nothing().when(emergency(ana(FOUR)).build()).thenRejected("invalid");
        nothing().when(APlan.by(ana(HALF_PAST)).of(Kind.NORMAL).build()).thenRejected("invalid");
    }

    @Test
    void who_starts_an_emergency_is_of_its_crew_of_two() {
        nothing()
                .when(APlan.by(ana(HALF_PAST)).of(Kind.EMERGENCY).upTo(UpTo.InProgress).build())
                .thenRejected("not-crew");
        nothing()
                .when(
                        emergency(ana(HALF_PAST))
                                .with(new Seats(BEN.id(), CARLA.id(), null))
                                .upTo(UpTo.InProgress)
                                .build())
                .thenRejected("not-crew");
        nothing()
                .when(emergency(Acts.by(ANA, HALF_PAST, "planner")).upTo(UpTo.InProgress).build())
                .thenRejected("role-missing");
    }

    @Test
    void in_an_emergency_the_other_comes_when_the_work_has_begun() {
        nothing()
                .when(emergency(ana(HALF_PAST)).upTo(UpTo.InProgress).build())
                .next()
                .when(new AcceptCrew(ben(HALF_PAST.plusSeconds(60))))
                .thenTypes(CrewAccepted.class);
        started()
                .and(new CrewAssigned(ID, ANA.id(), CARLA.id(), null))
                .when(new AcceptCrew(Acts.by(CARLA, TWO, "operator")))
                .thenRejected("wrong-state");
    }

    @Test
    void without_a_verified_checklist_an_emergency_is_not_completed() {
        nothing()
                .when(emergency(ana(HALF_PAST)).upTo(UpTo.InProgress).build())
                .next()
                .when(new CompleteWindow(ana(FOUR), Outcome.SUCCEEDED, null, null, null))
                .thenRejected("gate-closed", "gates", List.of("verify"));
    }

    @Test
    void only_an_emergency_goes_further_than_its_plan_at_once() {
        nothing().when(APlan.by(ana(MONDAY)).upTo(UpTo.Announced).build()).thenRejected("invalid");
        nothing()
                .when(APlan.by(ana(MONDAY)).of(Kind.EMERGENCY).unsure().build())
                .thenRejected("invalid");
    }

    @Test
    void the_work_of_a_provider_has_no_crew_of_ours() {
        nothing()
                .when(APlan.by(ana(MONDAY)).of(Kind.PROVIDER).with(SEATS).build())
                .thenRejected("invalid");
        var provider = announced(Kind.PROVIDER, Audience.PUBLIC);
        provider.when(new AssignCrew(ana(MONDAY), SEATS)).thenRejected("wrong-state");
        provider.when(new AcceptCrew(ben(MONDAY))).thenRejected("not-crew");
        provider.when(new DeclineCrew(ben(MONDAY), null)).thenRejected("not-crew");
    }

    @Test
    void the_work_of_a_provider_is_told_when_we_hear_of_it() {
        nothing()
                .at(MONDAY)
                .and(planned(Kind.PROVIDER, Audience.PUBLIC, false, BUILDS))
                .when(new AnnounceWindow(ana(TWO.minusSeconds(60)), NoticePolicy.DEFAULT))
                .thenTypes(WindowAnnounced.class);
    }

    @Test
    void the_work_of_a_provider_is_started_and_completed_by_hand_and_without_a_checklist() {
        announced(Kind.PROVIDER, Audience.PUBLIC)
                .when(new StartWindow(ben(TWO.minusSeconds(60))))
                .thenTypes(WindowStarted.class)
                .next()
                .when(new PostProgress(ben(TWO), TEXT, null, null, null))
                .thenTypes(ProgressPosted.class)
                .next()
                .when(
                        new ExtendWindow(
                                ben(TWO),
                                new NewEnd.At(FIVE),
                                "they say so",
                                null,
                                null,
                                NoticePolicy.DEFAULT))
                .thenTypes(WindowExtended.class)
                .next()
                .when(new CompleteWindow(ben(FOUR), Outcome.SUCCEEDED, null, null, null))
                .thenTypes(WindowCompleted.class);
        announced(Kind.PROVIDER, Audience.PUBLIC)
                .when(new StartWindow(stranger(TWO)))
                .thenRejected("role-missing");
        nothing()
                .at(MONDAY)
                .and(planned(Kind.PROVIDER, Audience.PUBLIC, false, BUILDS))
                .when(new StartWindow(ben(TWO)))
                .thenRejected("gate-closed", "gates", List.of("notice"));
    }
}
