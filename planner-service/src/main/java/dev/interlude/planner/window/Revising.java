package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Noticing.Judged;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.ReviseWindow;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of the plan that are no move: what differs is recorded, the rest stays. */
final class Revising {

    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofDays(1);

    private Revising() {}

    static Decision<WindowEvent> revise(ReviseWindow c, Known w) {
        WindowRevised changes = differences(c, w.plan());
        Judged judged = judged(c, changes, w);
        Rejection no =
                Refusals.first(
                        Rights.planner(c.act(), w.plan().team()),
                        w.state().ended() ? Refusals.wrongState(w, "The window is over.") : null,
                        Reminders.acceptable(c.reminders()),
                        rhythm(c.updateEvery()),
                        beforeTheStart(changes, w),
                        c.components() == null ? null : PlanRules.components(c.components()),
                        audience(changes, w),
                        judged == null ? null : judged.rejection());
        if (no != null) {
            return Decision.reject(no);
        }
        return changes.equals(nothing(w.plan().windowId()))
                ? Decision.nothing()
                : Decision.accept(judged == null ? changes : announcing(changes, judged));
    }

    static @Nullable Rejection rhythm(@Nullable Duration updateEvery) {
        return updateEvery != null
                        && (updateEvery.compareTo(OFTEN) < 0 || updateEvery.compareTo(SELDOM) > 0)
                ? Rejection.invalid("/updateEvery", "must be PT1M to P1D")
                : null;
    }

    private static @Nullable Rejection beforeTheStart(WindowRevised revised, Known w) {
        return w.state().running() && (revised.components() != null || revised.reminders() != null)
                ? Refusals.wrongState(
                        w, "Components and reminders are fixed once the work has started.")
                : null;
    }

    /** A component that is new or worse off is announced by this, so it needs its notice. */
    private static @Nullable Judged judged(ReviseWindow c, WindowRevised revised, Known w) {
        if (w.state() != State.ANNOUNCED || revised.components() == null) {
            return null;
        }
        List<ComponentImpact> worse =
                revised.components().stream().filter(now -> isWorse(now, w.plan())).toList();
        return worse.isEmpty()
                ? null
                : Noticing.judge(c.act().now(), w.plan().start(), worse, w, c.policy());
    }

    /** Whom a window is told to is settled when it is told. */
    private static @Nullable Rejection audience(WindowRevised revised, Known w) {
        if (revised.audience() == null) {
            return null;
        }
        return w.state() == State.PLANNED
                ? Kinds.publicRehearsal(w.plan().kind(), revised.audience())
                : Refusals.wrongState(w, "The audience is settled by the announcement.");
    }

    private static boolean isWorse(ComponentImpact now, Plan plan) {
        return plan.component(now.id())
                .map(before -> now.impact().worseThan(before.impact()))
                .orElse(true);
    }

    private static WindowRevised differences(ReviseWindow c, Plan plan) {
        return new WindowRevised(
                plan.windowId(),
                changed(c.title(), plan.title()),
                changed(c.publicText(), plan.publicText()),
                changed(c.internalText(), plan.internalText()),
                changed(c.reason(), plan.reason()),
                changed(c.risk(), plan.risk()),
                changed(c.references(), plan.references()),
                changed(c.components(), plan.components()),
                changed(c.reminders(), plan.reminders()),
                changed(c.updateEvery(), plan.updateEvery()),
                changed(c.audience(), plan.audience()),
                null,
                null,
                null,
                null);
    }

    private static WindowRevised announcing(WindowRevised e, Judged judged) {
        return new WindowRevised(
                e.windowId(),
                e.title(),
                e.publicText(),
                e.internalText(),
                e.reason(),
                e.risk(),
                e.references(),
                e.components(),
                e.reminders(),
                e.updateEvery(),
                e.audience(),
                judged.given(),
                judged.required(),
                judged.policy(),
                judged.exceptions());
    }

    private static <T> @Nullable T changed(@Nullable T wanted, @Nullable T present) {
        return wanted == null || wanted.equals(present) ? null : wanted;
    }

    private static WindowRevised nothing(String windowId) {
        return new WindowRevised(windowId, null, null, null, null, null, null, null, null, null);
    }
}
