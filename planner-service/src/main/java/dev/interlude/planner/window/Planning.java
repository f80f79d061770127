package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Noticing.Judged;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.AnnounceWindow;
import dev.interlude.planner.window.WindowCommand.CancelWindow;
import dev.interlude.planner.window.WindowCommand.ConfirmWindow;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowCancelled;
import dev.interlude.planner.window.WindowEvent.WindowConfirmed;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the first thought to the promise, and taking it back. */
final class Planning {

    private static final Duration UPDATES = Duration.ofMinutes(30);

    private Planning() {}

    static Decision<WindowEvent> plan(PlanWindow c) {
        Rejection no =
                Refusals.first(
                        Rights.planner(c.act(), c.team()),
                        zone(c.zone()),
                        Kinds.times(c),
                        PlanRules.components(c.components()),
                        Reminders.acceptable(c.reminders()),
                        c.crew() == null ? null : Crewing.times(c.crew(), "/crew"),
                        Revising.rhythm(c.updateEvery()),
                        Kinds.acceptable(c),
                        c.crew() == null ? null : Crewing.twoPeople(c.crew()));
        if (no != null) {
            return Decision.reject(no);
        }
        Impact worst =
                c.components().stream()
                        .map(ComponentImpact::impact)
                        .max(Impact::compareTo)
                        .orElseThrow();
        var facts = new ArrayList<Fact<WindowEvent>>();
        facts.add(new Fact<>(planned(c, worst), null));
        if (c.crew() != null) {
            facts.add(new Fact<>(Crewing.assigned(c.windowId(), c.crew()), null));
        }
        return c.upTo() == null ? Decision.acceptAll(facts) : Emergency.upTo(c, c.upTo(), facts);
    }

    private static WindowPlanned planned(PlanWindow c, Impact worst) {
        Duration usual = worst.worseThan(Impact.REDUCED_REDUNDANCY) ? UPDATES : null;
        return new WindowPlanned(
                c.windowId(),
                c.title(),
                c.publicText(),
                c.internalText(),
                c.zone(),
                c.start(),
                c.end(),
                c.kind(),
                Kinds.audience(c, worst),
                c.tentative(),
                c.team(),
                c.reason(),
                c.risk(),
                c.references(),
                c.components(),
                Objects.requireNonNullElse(c.reminders(), Reminders.USUAL),
                c.updateEvery() == null ? usual : c.updateEvery(),
                c.templateId(),
                c.copyOf(),
                c.series());
    }

    static Decision<WindowEvent> announce(AnnounceWindow c, Known w) {
        Plan plan = w.plan();
        Instant now = c.act().now();
        Judged judged = Noticing.judge(now, plan.start(), plan.components(), w, c.policy());
        Rejection no =
                Refusals.first(
                        Rights.planner(c.act(), plan.team()),
                        w.state() == State.PLANNED
                                ? null
                                : Refusals.wrongState(w, "A window is announced once."),
                        toCome(judged, plan),
                        judged.rejection());
        if (no != null) {
            return Decision.reject(no);
        }
        return Decision.accept(
                new WindowAnnounced(
                        plan.windowId(),
                        plan.start(),
                        plan.end(),
                        plan.components(),
                        judged.given(),
                        judged.required(),
                        judged.policy(),
                        c.policy().approvalFrom(),
                        judged.exceptions()));
    }

    /** Also where a policy only warns; but what must be, or what others do, may have begun. */
    private static @Nullable Rejection toCome(Judged judged, Plan plan) {
        return judged.given().isNegative() && Noticing.bound(plan.kind())
                ? Refusals.noticeTooShort(judged.given(), judged.required())
                : null;
    }

    /** It is sure now. Who was told of it as tentative had the notice already. */
    static Decision<WindowEvent> confirm(ConfirmWindow c, Known w) {
        Rejection no =
                Refusals.first(
                        Rights.planner(c.act(), w.plan().team()),
                        w.state().ended() ? Refusals.wrongState(w, "The window is over.") : null);
        if (no != null) {
            return Decision.reject(no);
        }
        return w.plan().tentative()
                ? Decision.accept(new WindowConfirmed(w.plan().windowId()))
                : Decision.nothing();
    }

    static Decision<WindowEvent> cancel(CancelWindow c, Known w) {
        Rejection no = Refusals.first(Rights.planner(c.act(), w.plan().team()), cancellable(w));
        if (no != null) {
            return Decision.reject(no);
        }
        return Decision.accept(
                new WindowCancelled(
                        w.plan().windowId(),
                        c.reason(),
                        w.promise().announcement() != null,
                        c.publicText()));
    }

    private static @Nullable Rejection cancellable(Known w) {
        var said = w.course().readiness();
        return switch (w.state()) {
            case PLANNED, ANNOUNCED -> null;
            case IN_PROGRESS ->
                    said != null && said.carryOutStarted()
                            ? Refusals.wrongState(w, "A carry-out step has started already.")
                            : null;
            case VERIFYING, ROLLING_BACK, COMPLETED, CANCELLED ->
                    Refusals.wrongState(w, "It is too late to cancel this window.");
        };
    }

    private static @Nullable Rejection zone(String zone) {
        try {
            ZoneId id = ZoneId.of(zone);
            return id.getId().contains("/") || id.getId().equals("UTC") ? null : notIana();
        } catch (DateTimeException _) {
            return notIana();
        }
    }

    private static Rejection notIana() {
        return Rejection.invalid("/zone", "must be an IANA zone, for example Europe/Berlin");
    }
}
