package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.BeginVerification;
import dev.interlude.planner.window.WindowCommand.CompleteWindow;
import dev.interlude.planner.window.WindowCommand.ResumeCarryOut;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowEvent.CarryOutResumed;
import dev.interlude.planner.window.WindowEvent.VerificationBegan;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the start to the end. */
final class Running {

    private Running() {}

    static Decision<WindowEvent> start(StartWindow c, Known w) {
        Plan plan = w.plan();
        Rejection no =
                Refusals.first(
                        Rights.atWork(c.act(), w),
                        w.state() == State.PLANNED || w.state() == State.ANNOUNCED
                                ? null
                                : Refusals.wrongState(w, "A window starts once."),
                        closed(StartGate.closed(w, c.frozen())),
                        tooEarly(c.act(), plan));
        return no != null
                ? Decision.reject(no)
                : begun(c, plan, PassedBy.marks(StartGate.gates(w, c.frozen())));
    }

    /** An emergency that is written down later began when it began. */
    private static Decision<WindowEvent> begun(
            StartWindow c, Plan plan, @Nullable List<PassedBy> exceptions) {
        Act act = c.act();
        var started =
                new WindowStarted(
                        plan.windowId(),
                        plan.start(),
                        plan.end(),
                        exceptions,
                        c.frozen().isEmpty() ? null : c.frozen());
        boolean earlier =
                plan.kind() == Kind.EMERGENCY
                        && plan.start().isBefore(act.now())
                        && plan.start().isAfter(act.now().minus(Kinds.LOOK_BACK));
        return earlier ? Decision.acceptAt(plan.start(), started) : Decision.accept(started);
    }

    /** Others don't ask us when they begin. */
    private static @Nullable Rejection tooEarly(Act act, Plan plan) {
        return plan.kind() != Kind.PROVIDER
                        && plan.worst() != Impact.NO_IMPACT
                        && act.now().isBefore(plan.start())
                ? Refusals.tooEarly(plan.start())
                : null;
    }

    private static @Nullable Rejection closed(List<Gate> gates) {
        return gates.isEmpty() ? null : Refusals.gateClosed(gates);
    }

    static Decision<WindowEvent> verify(BeginVerification c, Known w) {
        boolean byReaction = c.act().actor().kind() == Actor.Kind.REACTION;
        if (byReaction) {
            return (w.state() == State.IN_PROGRESS && carriedOut(w))
                            || (w.state() == State.ROLLING_BACK && rolledBack(w))
                    ? Decision.accept(new VerificationBegan(w.plan().windowId()))
                    : Decision.nothing();
        }
        Rejection no = Refusals.first(Rights.atWork(c.act(), w), running(w), Holding.notHeld(w));
        if (no != null) {
            return Decision.reject(no);
        }
        return w.state() == State.VERIFYING
                ? Decision.nothing()
                : Decision.accept(new VerificationBegan(w.plan().windowId()));
    }

    /**
     * By itself only work that was done is taken up again, and who verifies early goes on
     * verifying; the crew may go back to it at any time, after a rollback with an override.
     */
    static Decision<WindowEvent> resume(ResumeCarryOut c, Known w) {
        if (c.act().actor().kind() == Actor.Kind.REACTION) {
            return w.state() == State.VERIFYING
                            && !w.safeguards().turnedBack()
                            && w.course().verifyingDoneWork()
                            && !carriedOut(w)
                    ? Decision.accept(new CarryOutResumed(w.plan().windowId(), c.reason()))
                    : Decision.nothing();
        }
        Gate forward = StartGate.resume(w);
        Rejection no =
                Refusals.first(
                        Rights.crew(c.act(), w),
                        running(w),
                        w.state() == State.IN_PROGRESS
                                ? Refusals.wrongState(w, "The work goes on already.")
                                : null,
                        Holding.notHeld(w),
                        forward.passed() ? null : Refusals.gateClosed(List.of(forward)));
        return no != null
                ? Decision.reject(no)
                : Decision.accept(
                        new CarryOutResumed(
                                w.plan().windowId(), c.reason(), PassedBy.marks(List.of(forward))));
    }

    private static boolean rolledBack(Known w) {
        var said = w.course().readiness();
        return said != null && said.rolledBack();
    }

    private static boolean carriedOut(Known w) {
        var said = w.course().readiness();
        return said != null && said.carriedOut();
    }

    static Decision<WindowEvent> complete(CompleteWindow c, Known w) {
        Gate verify = StartGate.verify(w, c.outcome());
        Rejection no =
                Refusals.first(
                        Rights.atWork(c.act(), w),
                        running(w),
                        Holding.notHeld(w),
                        asItWent(c.outcome(), w),
                        verify.passed() ? null : Refusals.gateClosed(List.of(verify)),
                        w.state() == State.VERIFYING || w.plan().kind() == Kind.PROVIDER
                                ? null
                                : Refusals.wrongState(w, "Verification has not begun."),
                        ofThisWindow(c.impactLeft(), w),
                        whole(c));
        if (no != null) {
            return Decision.reject(no);
        }
        return Decision.accept(
                new WindowCompleted(
                        w.plan().windowId(),
                        c.outcome(),
                        c.act().now(),
                        c.undone(),
                        left(c.impactLeft(), w),
                        c.publicText(),
                        PassedBy.marks(List.of(verify))));
    }

    /** What was undone is not called a success. */
    private static @Nullable Rejection asItWent(Outcome outcome, Known w) {
        return switch (outcome) {
            case SUCCEEDED, PARTIAL ->
                    w.safeguards().turnedBack()
                            ? Rejection.invalid(
                                    "/outcome", "must be ROLLED_BACK or FAILED after a rollback")
                            : null;
            case ROLLED_BACK, FAILED -> null;
        };
    }

    /** What succeeded has left nothing undone; what has is PARTIAL. */
    private static @Nullable Rejection whole(CompleteWindow c) {
        return c.outcome() == Outcome.SUCCEEDED && c.undone() != null && !c.undone().isEmpty()
                ? Rejection.invalid("/outcome", "must not be SUCCEEDED when something is undone")
                : null;
    }

    private static @Nullable Rejection ofThisWindow(@Nullable Map<String, Impact> left, Known w) {
        if (left == null) {
            return null;
        }
        var known = w.presentImpacts().stream().map(ComponentImpact::id).toList();
        int i = 0;
        for (String id : left.keySet()) {
            if (!known.contains(id)) {
                return Rejection.invalid(
                        "/impactLeft/" + i + "/id", "must be a component of the window");
            }
            i++;
        }
        return null;
    }

    private static @Nullable List<ComponentImpact> left(
            @Nullable Map<String, Impact> left, Known w) {
        if (left == null) {
            return null;
        }
        var impacts = new ArrayList<ComponentImpact>();
        for (ComponentImpact c : w.presentImpacts()) {
            Impact impact = left.get(c.id());
            if (impact != null) {
                impacts.add(new ComponentImpact(c.id(), c.name(), impact));
            }
        }
        return List.copyOf(impacts);
    }

    static @Nullable Rejection running(Known w) {
        return switch (w.state()) {
            case IN_PROGRESS, VERIFYING, ROLLING_BACK -> null;
            case PLANNED, ANNOUNCED -> Refusals.wrongState(w, "The work has not started.");
            case COMPLETED, CANCELLED -> Refusals.wrongState(w, "The window is over.");
        };
    }
}
