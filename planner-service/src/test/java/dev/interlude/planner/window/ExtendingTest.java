package dev.interlude.planner.window;

import static dev.interlude.planner.window.Crowd.machine;
import static dev.interlude.planner.window.Night.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.planner.window.SafeguardEvent.GateOverridden;
import dev.interlude.planner.window.SafeguardEvent.OverrideRequested;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.ExtendWindow;
import dev.interlude.planner.window.WindowCommand.NewEnd;
import dev.interlude.planner.window.WindowEvent.ExtensionProposed;
import dev.interlude.planner.window.WindowEvent.ExtensionWithdrawn;
import dev.interlude.planner.window.WindowEvent.PolicyUsed;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowOverran;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExtendingTest {

    private static final Instant SEVEN_PAST_THREE = TWO.plusSeconds(67 * 60);
    private static final Map<String, String> DRAFT = Map.of("en", "Later: {{end}}.");
    private static final ExtensionProposed PROPOSED =
            new ExtensionProposed(
                    ID, 1, FOUR, FIVE, FOUR.plusSeconds(240), FIVE.minusSeconds(480), DRAFT);

    private static ExtendWindow extend(Act act, NewEnd end, @Nullable Instant previousEnd) {
        return new ExtendWindow(act, end, "slow", null, previousEnd, NoticePolicy.DEFAULT);
    }

    private static ExtendWindow until(Act act, Instant end) {
        return extend(act, new NewEnd.At(end), null);
    }

    @Test
    void an_extension_names_both_ends_and_says_that_it_was_told_in_time() {
        started()
                .when(until(ana(SEVEN_PAST_THREE), FIVE))
                .then(new WindowExtended(ID, FOUR, FIVE, "slow", null, 1, null, true))
                .thenDue(
                        new Due("update", SEVEN_PAST_THREE.plusSeconds(1800)),
                        new Due("overrun", FIVE))
                .next()
                .when(extend(ana(FIVE), new NewEnd.By(Duration.ofMinutes(15)), null))
                .then(
                        new WindowExtended(
                                ID, FIVE, FIVE.plusSeconds(900), "slow", null, 2, null, false));
    }

    @Test
    void a_running_window_cannot_end_earlier() {
        started()
                .when(until(ana(SEVEN_PAST_THREE), FOUR.minusSeconds(1)))
                .thenRejected("end-not-later", "end", FOUR.toString());
        started().when(until(ana(SEVEN_PAST_THREE), FOUR)).thenRejected("end-not-later");
    }

    @Test
    void a_new_end_lies_ahead() {
        started().when(until(ana(FIVE), FOUR.plusSeconds(60))).thenRejected("end-not-later");
    }

    @Test
    void who_believes_in_another_end_is_told_the_present_one() {
        started()
                .when(extend(ana(SEVEN_PAST_THREE), new NewEnd.At(FIVE), FIVE))
                .thenRejected("end-has-moved", "end", FOUR.toString());
        started()
                .when(extend(ana(SEVEN_PAST_THREE), new NewEnd.At(FIVE), FOUR))
                .thenTypes(WindowExtended.class);
    }

    @Test
    void a_proposal_is_taken_up_with_its_end_and_its_drafted_text() {
        started()
                .and(PROPOSED)
                .when(extend(ana(SEVEN_PAST_THREE), new NewEnd.AsProposed(1), null))
                .then(new WindowExtended(ID, FOUR, FIVE, "slow", DRAFT, 1, 1, true))
                .thenState(w ->
                        assertThat(((Known) w).promise().proposal(1).orElseThrow().status())
                                .isEqualTo(Proposal.Status.ACCEPTED));
    }

    @Test
    void words_of_ones_own_replace_the_drafted_ones() {
        var c =
                new ExtendWindow(
                        ana(SEVEN_PAST_THREE),
                        new NewEnd.AsProposed(1),
                        "slow",
                        TEXT,
                        null,
                        NoticePolicy.DEFAULT);
        assertThat(started().and(PROPOSED).when(c).the(WindowExtended.class).publicText())
                .isEqualTo(TEXT);
    }

    @Test
    void a_proposal_that_is_not_there_or_no_longer_stands_is_not_taken_up() {
        var asProposed = extend(ana(SEVEN_PAST_THREE), new NewEnd.AsProposed(1), null);
        started().when(asProposed).thenRejected("invalid");
        started()
                .and(PROPOSED, new ExtensionWithdrawn(ID, 1, TWO))
                .when(asProposed)
                .thenRejected("wrong-state");
    }

    @Test
    void a_proposal_is_answered_with_an_end_of_ones_own() {
        var edited = new NewEnd.Edited(1, new NewEnd.At(FIVE.plusSeconds(900)));
        started()
                .and(PROPOSED)
                .when(extend(ana(SEVEN_PAST_THREE), edited, null))
                .then(
                        new WindowExtended(
                                ID, FOUR, FIVE.plusSeconds(900), "slow", DRAFT, 1, 1, true))
                .thenState(w ->
                        assertThat(((Known) w).promise().proposal(1).orElseThrow().status())
                                .isEqualTo(Proposal.Status.ACCEPTED));
        started()
                .and(PROPOSED)
                .when(extend(ana(TWO), new NewEnd.Edited(1, new NewEnd.At(TWO)), null))
                .thenRejected("end-not-later");
        started().when(extend(ana(TWO), edited, null)).thenRejected("invalid");
    }

    @Test
    void another_extension_supersedes_the_proposal() {
        started()
                .and(PROPOSED)
                .when(until(ana(SEVEN_PAST_THREE), FIVE))
                .thenState(w ->
                        assertThat(((Known) w).promise().proposal(1).orElseThrow().status())
                                .isEqualTo(Proposal.Status.SUPERSEDED));
    }

    @Test
    void an_extension_ends_an_overrun() {
        started()
                .and(new WindowOverran(ID, FOUR))
                .when(until(ana(FOUR.plusSeconds(60)), FIVE))
                .thenState(w -> assertThat(((Known) w).overrun()).isFalse())
                .thenDue(new Due("update", FOUR.plusSeconds(1860)), new Due("overrun", FIVE));
    }

    @Test
    void before_the_start_more_time_needs_its_notice() {
        Instant late = TWO.minus(Duration.ofDays(2));
        announced()
                .when(until(ana(late), FIVE.plusSeconds(1)))
                .thenRejected("notice-too-short", "given", "PT50H");
        var told = announced().when(until(ana(MONDAY), FIVE.plusSeconds(1)));
        assertThat(told.the(WindowExtended.class).noticeGiven())
                .isEqualTo(Duration.between(MONDAY, FOUR));
        assertThat(told.the(WindowExtended.class).policy()).isEqualTo(new PolicyUsed("default", 1));
        // and a delay of that length is measured from what was told with its notice
        told.next()
                .when(until(ana(late), FIVE.plusSeconds(3_601)))
                .thenTypes(WindowExtended.class)
                .next()
                .when(until(ana(late), FIVE.plusSeconds(3_602)))
                .thenRejected("notice-too-short");
    }

    @Test
    void before_the_start_a_little_more_is_told_and_not_gated() {
        Instant late = TWO.minusSeconds(60);
        announced()
                .when(until(ana(late), FIVE))
                .then(new WindowExtended(ID, FOUR, FIVE, "slow", null, 1, null, true))
                .next()
                .when(until(ana(late), FIVE.plusSeconds(60)))
                .thenRejected("notice-too-short");
        announced().when(until(ana(FIVE), FIVE.plusSeconds(60))).thenRejected("notice-too-short");
        started().when(until(ana(TWO), FIVE.plusSeconds(36_000))).thenTypes(WindowExtended.class);
    }

    @Test
    void an_override_lets_more_time_pass_and_the_record_names_it() {
        var overridden =
                announced()
                        .and(
                                new OverrideRequested(
                                        ID, 1, List.of("notice"), "must be", ANA.id()),
                                new GateOverridden(
                                        ID, 1, List.of("notice"), "must be", ANA.id(), BEN.id()))
                        .when(until(ana(TWO), FIVE.plusSeconds(60)));
        assertThat(overridden.the(WindowExtended.class).exceptions())
                .containsExactly(new PassedBy("notice", PassedBy.Means.OVERRIDE, 1));
        overridden
                .next()
                .when(until(ana(TWO), FIVE.plusSeconds(3_661)))
                .thenRejected("notice-too-short");
    }

    @Test
    void no_machine_puts_off_what_people_were_promised() {
        started().when(until(machine(TWO), FIVE)).thenRejected("role-missing");
        announced().when(until(machine(MONDAY), FIVE)).thenRejected("role-missing");
    }

    @Test
    void liaison_and_crew_extend_what_was_promised() {
        started().when(until(carla(TWO), FIVE)).thenTypes(WindowExtended.class);
        started().when(until(stranger(TWO), FIVE)).thenRejected("not-crew");
        announced().when(until(ben(TWO), FIVE)).thenTypes(WindowExtended.class);
        withCrew().when(until(ben(TWO), FIVE)).thenRejected("wrong-state");
    }
}
