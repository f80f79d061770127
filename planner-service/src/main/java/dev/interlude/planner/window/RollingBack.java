package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.SafeguardCommand.CallRollback;
import dev.interlude.planner.window.SafeguardCommand.ConfirmRollback;
import dev.interlude.planner.window.SafeguardCommand.RejectRollback;
import dev.interlude.planner.window.SafeguardEvent.HoldReleased;
import dev.interlude.planner.window.SafeguardEvent.RollbackBegan;
import dev.interlude.planner.window.SafeguardEvent.RollbackCalled;
import dev.interlude.planner.window.SafeguardEvent.RollbackRejected;
import dev.interlude.planner.window.Safeguards.Rollback;
import dev.interlude.planner.window.Window.Known;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One calls for going back, which stops the work; when a second one agrees it is undone. */
final class RollingBack {

    static final String CONFIRMATION = "rollback-confirmation";

    private RollingBack() {}

    static Decision<WindowEvent> call(CallRollback c, Known w) {
        Gate wayBack = Gates.wayBack(w);
        Rejection no =
                Refusals.first(
                        Rights.crew(c.act(), w),
                        goingForward(w),
                        w.safeguards().rollbackCalled()
                                ? Refusals.wrongState(w, "A rollback is called already.")
                                : null,
                        wayBack.passed() ? null : Refusals.gateClosed(List.of(wayBack)));
        if (no != null) {
            return Decision.reject(no);
        }
        String by = c.act().actor().id();
        var hold = Holding.called(w, by, c.reason());
        return Decision.accept(
                new RollbackCalled(
                        w.plan().windowId(),
                        by,
                        c.reason(),
                        hold.ordinal(),
                        PassedBy.marks(List.of(wayBack))),
                hold);
    }

    static Decision<WindowEvent> confirm(ConfirmRollback c, Known w) {
        Rollback called = w.safeguards().rollback();
        Gate wayBack = Gates.wayBack(w);
        Rejection no =
                Refusals.first(
                        Rights.crew(c.act(), w),
                        called(w),
                        goingForward(w),
                        second(c.act(), w),
                        wayBack.passed() ? null : Refusals.gateClosed(List.of(wayBack)));
        if (no != null || called == null) {
            return Decision.reject(no == null ? notCalled(w) : no);
        }
        return Decision.acceptAll(
                began(c, w, called, wayBack).stream().map(e -> new Fact<>(e, null)).toList());
    }

    private static List<WindowEvent> began(
            ConfirmRollback c, Known w, Rollback called, Gate wayBack) {
        String id = w.plan().windowId();
        String person = c.act().actor().id();
        PassedBy alone =
                person.equals(called.calledBy()) ? w.safeguards().leave(CONFIRMATION) : null;
        var events = new ArrayList<WindowEvent>();
        events.add(
                new RollbackBegan(
                        id,
                        called.calledBy(),
                        person,
                        called.reason(),
                        c.publicText(),
                        PassedBy.marks(wayBack.passedBy(), alone)));
        if (w.safeguards().hold(called.hold()).orElseThrow().stands()) {
            events.add(
                    new HoldReleased(
                            id,
                            called.hold(),
                            alone == null ? List.of(called.calledBy(), person) : List.of(person),
                            PassedBy.marks(alone)));
        }
        return events;
    }

    static Decision<WindowEvent> reject(RejectRollback c, Known w) {
        Rollback called = w.safeguards().rollback();
        String person = c.act().actor().id();
        Rejection no =
                Refusals.first(
                        Rights.crew(c.act(), w),
                        Running.running(w),
                        called(w),
                        called != null && called.calledBy().equals(person)
                                ? Refusals.samePerson("Another one of the crew decides on it.")
                                : null);
        return no != null
                ? Decision.reject(no)
                : Decision.accept(new RollbackRejected(w.plan().windowId(), person, c.reason()));
    }

    private static @Nullable Rejection second(Act act, Known w) {
        Rollback called = w.safeguards().rollback();
        return called != null
                        && called.calledBy().equals(act.actor().id())
                        && w.safeguards().leave(CONFIRMATION) == null
                ? Refusals.samePerson("Another one of the crew must confirm.")
                : null;
    }

    private static @Nullable Rejection called(Known w) {
        return w.safeguards().rollbackCalled() ? null : notCalled(w);
    }

    private static Rejection notCalled(Known w) {
        return Refusals.wrongState(w, "No rollback waits for a second person.");
    }

    private static @Nullable Rejection goingForward(Known w) {
        return switch (w.state()) {
            case IN_PROGRESS -> null;
            case VERIFYING ->
                    w.safeguards().turnedBack()
                            ? Refusals.wrongState(w, "The work is rolled back already.")
                            : null;
            case ROLLING_BACK -> Refusals.wrongState(w, "The work is being rolled back already.");
            case PLANNED, ANNOUNCED -> Refusals.wrongState(w, "The work has not started.");
            case COMPLETED, CANCELLED -> Refusals.wrongState(w, "The window is over.");
        };
    }
}
