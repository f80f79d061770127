package dev.interlude.planner.policy;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.policy.Policy.Proposal;
import dev.interlude.planner.policy.Policy.Version;
import dev.interlude.planner.policy.PolicyCommand.ChangePolicy;
import dev.interlude.planner.policy.PolicyCommand.ConfirmLoosening;
import dev.interlude.planner.policy.PolicyCommand.RejectLoosening;
import dev.interlude.planner.policy.PolicyEvent.PolicyChanged;
import dev.interlude.planner.policy.PolicyEvent.PolicyLooseningProposed;
import dev.interlude.planner.policy.PolicyEvent.PolicyLooseningRejected;
import dev.interlude.planner.window.NoticePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One person may ask for more notice at once; asking for less takes a second. */
public final class PolicyDecider implements Decider<PolicyCommand, PolicyEvent, Policy> {

    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    @Override
    public Policy initial() {
        return Policy.NONE;
    }

    @Override
    public Decision<PolicyEvent> decide(PolicyCommand command, Policy policy) {
        Rejection no = person(command.act());
        if (no != null) {
            return Decision.reject(no);
        }
        return switch (command) {
            case ChangePolicy c -> change(c, policy);
            case ConfirmLoosening c -> confirm(c, policy);
            case RejectLoosening c -> reject(c, policy);
        };
    }

    private static @Nullable Rejection person(Act act) {
        return act.actor().isPerson()
                ? null
                : Rejection.forbidden("role-missing", "Policies are a matter of people.");
    }

    private static Decision<PolicyEvent> change(ChangePolicy c, Policy policy) {
        Rejection no = acceptable(c.terms());
        if (no != null) {
            return Decision.reject(no);
        }
        NoticePolicy before = Objects.requireNonNullElse(policy.present(), c.inherited());
        Terms now = Terms.of(before);
        if (now.equals(Terms.of(c.terms().as(c.scope(), 0)))) {
            return Decision.nothing();
        }
        List<String> loosens = c.terms().loosens(now);
        return loosens.isEmpty()
                ? Decision.accept(
                        new PolicyChanged(
                                c.scope(), next(c.scope(), policy), c.terms(), c.reason(), null))
                : Decision.accept(
                        new PolicyLooseningProposed(
                                c.scope(),
                                policy.proposals().size() + 1,
                                policy.version(),
                                c.terms(),
                                loosens,
                                c.reason()));
    }

    /** What every deployment begins with is version 1 of its own scope. */
    private static int next(String scope, Policy policy) {
        boolean shipped = scope.equals(NoticePolicy.DEFAULT.scope()) && policy.version() == 0;
        return (shipped ? NoticePolicy.DEFAULT.version() : policy.version()) + 1;
    }

    private static @Nullable Rejection acceptable(Terms terms) {
        for (var byAudience : terms.minimum().entrySet()) {
            for (var byImpact : byAudience.getValue().entrySet()) {
                if (outside(byImpact.getValue(), LONGEST)) {
                    return Rejection.invalid(
                            "/minimum/" + byAudience.getKey() + "/" + byImpact.getKey(),
                            "must be PT0S to P90D");
                }
            }
        }
        return outside(terms.delayTolerance(), LONGEST_DELAY)
                ? Rejection.invalid("/delayTolerance", "must be PT0S to P1D")
                : null;
    }

    private static boolean outside(Duration duration, Duration longest) {
        return duration.isNegative() || duration.compareTo(longest) > 0;
    }

    private static Decision<PolicyEvent> confirm(ConfirmLoosening c, Policy policy) {
        Proposal proposal = policy.proposal(c.ordinal()).orElse(null);
        if (proposal == null) {
            return Decision.reject(noSuchProposal());
        }
        if (proposal.by().equals(c.act().actor().toString())) {
            return Decision.reject(
                    Rejection.conflict(
                            "same-person",
                            "Asking for less notice takes a second person to agree."));
        }
        Rejection no = open(proposal);
        if (no == null && proposal.basedOn() != policy.version()) {
            no =
                    Rejection.conflict(
                            "wrong-state",
                            "The policy has changed since this was proposed; propose it anew.");
        }
        return no != null
                ? Decision.reject(no)
                : Decision.accept(confirmed(c.scope(), proposal, policy));
    }

    private static PolicyChanged confirmed(String scope, Proposal proposal, Policy policy) {
        return new PolicyChanged(
                scope,
                next(scope, policy),
                proposal.terms(),
                proposal.reason(),
                proposal.ordinal());
    }

    private static Decision<PolicyEvent> reject(RejectLoosening c, Policy policy) {
        Proposal proposal = policy.proposal(c.ordinal()).orElse(null);
        if (proposal == null) {
            return Decision.reject(noSuchProposal());
        }
        Rejection no = open(proposal);
        return no != null
                ? Decision.reject(no)
                : Decision.accept(new PolicyLooseningRejected(c.scope(), c.ordinal(), c.reason()));
    }

    private static @Nullable Rejection open(Proposal proposal) {
        return proposal.status() == Proposal.Status.OPEN
                ? null
                : Rejection.conflict("wrong-state", "The proposal is settled already.")
                        .with("state", proposal.status().name());
    }

    private static Rejection noSuchProposal() {
        return Rejection.notFound("There is no such proposal.");
    }

    @Override
    public Policy evolve(Policy policy, Recorded<PolicyEvent> event) {
        String by = event.actor().toString();
        return switch (event.event()) {
            case PolicyChanged e -> changed(policy, e, event);
            case PolicyLooseningProposed e ->
                    policy.with(
                            new Proposal(
                                    e.ordinal(),
                                    e.basedOn(),
                                    e.terms(),
                                    e.loosens(),
                                    e.reason(),
                                    by,
                                    event.recordedAt(),
                                    Proposal.Status.OPEN));
            case PolicyLooseningRejected e -> policy.turned(e.ordinal(), Proposal.Status.REJECTED);
        };
    }

    private static Policy changed(Policy policy, PolicyChanged e, Recorded<PolicyEvent> event) {
        Policy next =
                policy.with(
                        new Version(
                                e.terms().as(e.scope(), e.version()),
                                e.reason(),
                                event.recordedAt(),
                                event.actor().toString()));
        return e.proposal() == null ? next : next.turned(e.proposal(), Proposal.Status.CONFIRMED);
    }
}
