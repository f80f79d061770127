package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Noticing.Judged;
import dev.interlude.planner.window.Timing.Span;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.MoveWindow;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another time for a window that has not started. */
final class Moving {

    private Moving() {}

    static Decision<WindowEvent> move(MoveWindow c, Known w) {
        Plan plan = w.plan();
        Rejection notNow =
                Refusals.first(Rights.planner(c.act(), plan.team()), beforeTheStart(w), sane(c));
        if (notNow != null) {
            return Decision.reject(notNow);
        }
        Span to = new Span(c.start(), c.end() == null ? c.start().plus(length(plan)) : c.end());
        Judged judged = judged(c, to, w);
        Rejection no =
                Refusals.first(
                        Times.window(to.start(), to.end(), c.act().now(), c.act().now()),
                        judged == null ? null : judged.rejection());
        if (no != null) {
            return Decision.reject(no);
        }
        return to.equals(new Span(plan.start(), plan.end()))
                ? Decision.nothing()
                : Decision.accept(moved(c, to, judged, w));
    }

    /** Of an instant beyond all bounds no end can be reckoned. */
    private static @Nullable Rejection sane(MoveWindow c) {
        return c.start().isAfter(c.act().now().plus(Times.FARTHEST)) ? Times.tooFar() : null;
    }

    private static WindowMoved moved(MoveWindow c, Span to, @Nullable Judged judged, Known w) {
        return new WindowMoved(
                w.plan().windowId(),
                w.plan().start(),
                w.plan().end(),
                to.start(),
                to.end(),
                c.reason(),
                c.publicText(),
                w.promise().timing().moves().size() + 1,
                w.promise().announcement() != null,
                judged == null ? null : judged.given(),
                judged == null ? null : judged.required(),
                judged == null ? null : judged.policy(),
                judged == null ? null : judged.exceptions());
    }

    /** Only for time that nobody was told of; null when there is none, or a tolerated delay. */
    private static @Nullable Judged judged(MoveWindow c, Span to, Known w) {
        Instant untold = w.promise().announcement() == null ? null : untold(to, w.plan());
        return untold == null || tolerated(to, w, c.policy().delayTolerance())
                ? null
                : Noticing.judge(c.act().now(), untold, w.plan().components(), w, c.policy());
    }

    /** The first instant that lies outside the time that was told, or null. */
    private static @Nullable Instant untold(Span to, Plan told) {
        if (to.start().isBefore(told.start()) || !to.start().isBefore(told.end())) {
            return to.start();
        }
        return to.end().isAfter(told.end()) ? told.end() : null;
    }

    /** Later by little, counted from what was told with its notice and not from delay to delay. */
    static boolean tolerated(Span to, Known w, Duration tolerance) {
        Span judged = w.promise().timing().judged();
        return judged != null
                && !to.start().isBefore(w.plan().start())
                && !to.start().isAfter(judged.start().plus(tolerance))
                && !to.end().isAfter(latest(judged.end().plus(tolerance), w.plan().end()));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration length(Plan plan) {
        return Duration.between(plan.start(), plan.end());
    }

    private static @Nullable Rejection beforeTheStart(Known w) {
        if (w.state() == State.PLANNED || w.state() == State.ANNOUNCED) {
            return null;
        }
        return Refusals.wrongState(
                w,
                w.state().ended()
                        ? "The window is over."
                        : "The work has started; its end can be extended.");
    }
}
