package dev.interlude.planner.policy;

import static dev.interlude.testkit.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.planner.policy.Policy.Proposal.Status;
import dev.interlude.planner.policy.PolicyCommand.ChangePolicy;
import dev.interlude.planner.policy.PolicyCommand.ConfirmLoosening;
import dev.interlude.planner.policy.PolicyCommand.RejectLoosening;
import dev.interlude.planner.policy.PolicyEvent.PolicyChanged;
import dev.interlude.planner.policy.PolicyEvent.PolicyLooseningProposed;
import dev.interlude.planner.policy.PolicyEvent.PolicyLooseningRejected;
import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.NoticePolicy.Mode;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDeciderTest {

    private static final Actor ROOT = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaroot");
    private static final Actor RUTH = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaruth");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Act AS_ROOT = Acts.by(ROOT, NOW, "admin");
    private static final Act AS_RUTH = Acts.by(RUTH, NOW, "admin");
    private static final Act AS_MACHINE = Acts.by(Actor.machine("m-ci"), NOW, "admin");

    private static Terms terms(
            int outageHours, Mode mode, int delayHours, @Nullable Impact approvalFrom) {
        return new Terms(
                Map.of(
                        Audience.PUBLIC,
                        Map.of(
                                Impact.OUTAGE, Duration.ofHours(outageHours),
                                Impact.DEGRADED, Duration.ofDays(1))),
                mode,
                Duration.ofHours(delayHours),
                approvalFrom);
    }

    private static final Terms SHIPPED = Terms.of(NoticePolicy.DEFAULT);
    private static final Terms WEEK = terms(168, Mode.REFUSE, 1, null);
    private static final Terms FIVE_DAYS = terms(120, Mode.REFUSE, 1, null);

    private static ChangePolicy change(Act act, String scope, Terms terms) {
        return new ChangePolicy(act, scope, terms, "Customers asked", NoticePolicy.DEFAULT);
    }

    private static PolicyChanged changed(String scope, int version, Terms terms) {
        return new PolicyChanged(scope, version, terms, "Customers asked", null);
    }

    private static final PolicyLooseningProposed LESS =
            new PolicyLooseningProposed(
                    "platform",
                    1,
                    1,
                    FIVE_DAYS,
                    List.of("notice of OUTAGE for PUBLIC: PT168H to PT120H"),
                    "Customers asked");

    @Test
    void one_person_may_ask_for_more_notice_at_once() {
        given(new PolicyDecider())
                .when(change(AS_ROOT, "platform", WEEK))
                .then(changed("platform", 1, WEEK));
    }

    @Test
    void what_is_shipped_is_version_1_of_the_default_scope() {
        given(new PolicyDecider())
                .when(change(AS_ROOT, "default", WEEK))
                .then(changed("default", 2, WEEK));
        given(new PolicyDecider(), changed("default", 2, WEEK))
                .when(change(AS_ROOT, "default", terms(200, Mode.REFUSE, 1, null)))
                .then(changed("default", 3, terms(200, Mode.REFUSE, 1, null)));
    }

    @Test
    void the_same_terms_are_nothing_new() {
        given(new PolicyDecider()).when(change(AS_ROOT, "default", SHIPPED)).thenNothing();
        given(new PolicyDecider(), changed("platform", 1, WEEK))
                .when(change(AS_RUTH, "platform", WEEK))
                .thenNothing();
    }

    static Stream<Terms> looser() {
        return Stream.of(
                terms(71, Mode.REFUSE, 1, null),
                new Terms(Map.of(), Mode.REFUSE, Duration.ofHours(1), null),
                terms(500, Mode.WARN, 1, null),
                terms(72, Mode.REFUSE, 2, null));
    }

    @ParameterizedTest
    @MethodSource("looser")
    void asking_for_less_in_anything_only_proposes_it(Terms terms) {
        given(new PolicyDecider())
                .when(change(AS_ROOT, "platform", terms))
                .then(
                        new PolicyLooseningProposed(
                                "platform",
                                1,
                                0,
                                terms,
                                terms.loosens(SHIPPED),
                                "Customers asked"));
        assertThat(terms.loosens(SHIPPED)).isNotEmpty();
    }

    @Test
    void more_holidays_are_less_and_fewer_are_more() {
        var christmas = LocalDate.parse("2026-12-25");
        Terms free =
                new Terms(
                        WEEK.minimum(),
                        WEEK.mode(),
                        WEEK.delayTolerance(),
                        WEEK.approvalFrom(),
                        List.of(christmas, christmas));
        assertThat(free.holidays()).containsExactly(christmas);
        assertThat(free.loosens(WEEK))
                .containsExactly("working days that count no more: [2026-12-25]");
        assertThat(WEEK.loosens(free)).isEmpty();
        given(new PolicyDecider(), changed("platform", 1, WEEK))
                .when(change(AS_ROOT, "platform", free))
                .thenTypes(PolicyLooseningProposed.class);
        given(new PolicyDecider(), changed("platform", 1, free))
                .when(change(AS_ROOT, "platform", WEEK))
                .thenTypes(PolicyEvent.PolicyChanged.class);
    }

    @Test
    void approval_of_fewer_windows_is_less() {
        Terms from = terms(72, Mode.REFUSE, 1, Impact.DEGRADED);
        assertThat(terms(72, Mode.REFUSE, 1, Impact.OUTAGE).loosens(from))
                .containsExactly("approval needed from: DEGRADED to OUTAGE");
        assertThat(terms(72, Mode.REFUSE, 1, null).loosens(from))
                .containsExactly("approval needed from: DEGRADED to never");
        assertThat(from.loosens(terms(72, Mode.REFUSE, 1, Impact.OUTAGE))).isEmpty();
    }

    @Test
    void a_loosening_holds_when_another_person_confirms_it() {
        given(new PolicyDecider())
                .by(ROOT)
                .and(changed("platform", 1, WEEK), LESS)
                .when(new ConfirmLoosening(AS_RUTH, "platform", 1))
                .then(new PolicyChanged("platform", 2, FIVE_DAYS, "Customers asked", 1));
    }

    @Test
    void nobody_confirms_their_own_loosening() {
        given(new PolicyDecider())
                .by(ROOT)
                .and(changed("platform", 1, WEEK), LESS)
                .when(new ConfirmLoosening(AS_ROOT, "platform", 1))
                .thenRejected("same-person");
    }

    @Test
    void a_loosening_of_terms_that_hold_no_longer_is_proposed_anew() {
        given(new PolicyDecider())
                .by(ROOT)
                .and(
                        changed("platform", 1, WEEK),
                        LESS,
                        changed("platform", 2, terms(200, Mode.REFUSE, 1, null)))
                .when(new ConfirmLoosening(AS_RUTH, "platform", 1))
                .thenRejected("wrong-state");
    }

    @Test
    void a_loosening_is_settled_once() {
        var rejected = new PolicyLooseningRejected("platform", 1, "No");
        given(new PolicyDecider())
                .by(ROOT)
                .and(changed("platform", 1, WEEK), LESS)
                .when(new RejectLoosening(AS_ROOT, "platform", 1, "No"))
                .then(rejected);
        given(new PolicyDecider())
                .by(ROOT)
                .and(changed("platform", 1, WEEK), LESS, rejected)
                .when(new ConfirmLoosening(AS_RUTH, "platform", 1))
                .thenRejected("wrong-state");
        given(new PolicyDecider())
                .when(new ConfirmLoosening(AS_RUTH, "platform", 1))
                .thenRejected("not-found");
        given(new PolicyDecider())
                .when(new RejectLoosening(AS_RUTH, "platform", 1, null))
                .thenRejected("not-found");
    }

    @Test
    void machines_do_not_make_policies() {
        given(new PolicyDecider())
                .when(change(AS_MACHINE, "platform", WEEK))
                .thenRejected("role-missing");
    }

    @Test
    void terms_are_within_reason() {
        given(new PolicyDecider())
                .when(change(AS_ROOT, "platform", terms(-1, Mode.REFUSE, 1, null)))
                .thenRejected("invalid");
        given(new PolicyDecider())
                .when(change(AS_ROOT, "platform", terms(91 * 24, Mode.REFUSE, 1, null)))
                .thenRejected("invalid");
        given(new PolicyDecider())
                .when(change(AS_ROOT, "platform", terms(72, Mode.REFUSE, 25, null)))
                .thenRejected("invalid");
    }

    @Test
    void a_confirmed_loosening_is_what_windows_are_judged_by() {
        Policy policy =
                given(new PolicyDecider())
                        .by(ROOT)
                        .and(changed("platform", 1, WEEK), LESS)
                        .by(RUTH)
                        .and(new PolicyChanged("platform", 2, FIVE_DAYS, "Customers asked", 1))
                        .state();
        assertThat(policy.present()).isEqualTo(FIVE_DAYS.as("platform", 2));
        assertThat(policy.proposals())
                .extracting(p -> p.status())
                .containsExactly(Status.CONFIRMED);
    }
}
