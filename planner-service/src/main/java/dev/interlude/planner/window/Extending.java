package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Noticing.Judged;
import dev.interlude.planner.window.Timing.Span;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.ExtendWindow;
import dev.interlude.planner.window.WindowCommand.NewEnd;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The promised end moves only by a deliberate act, only later, and each time as a fact. */
final class Extending {

    private Extending() {}

    static Decision<WindowEvent> extend(ExtendWindow c, Known w) {
        Rejection no =
                Refusals.first(
                        Rights.liaisonOrCrew(c.act(), w),
                        Rights.person(c.act(), w),
                        promised(w),
                        seen(c, w),
                        reasonable(c.end(), w),
                        open(c, w));
        if (no != null) {
            return Decision.reject(no);
        }
        Instant end = w.plan().end();
        Instant newEnd = newEnd(c.end(), w);
        Judged judged = judged(c, newEnd, w);
        Rejection notSo =
                Refusals.first(
                        later(newEnd, end, c.act().now()),
                        judged == null ? null : judged.rejection());
        if (notSo != null) {
            return Decision.reject(notSo);
        }
        return Decision.accept(
                new WindowExtended(
                        w.plan().windowId(),
                        end,
                        newEnd,
                        c.reason(),
                        text(c, w),
                        w.promise().extensions().size() + 1,
                        proposal(c.end()),
                        c.act().now().isBefore(end),
                        judged == null ? null : judged.given(),
                        judged == null ? null : judged.required(),
                        judged == null ? null : judged.policy(),
                        judged == null ? null : judged.exceptions()));
    }

    /**
     * Before the work begins more time is a plan like any other: judged as a move is, which could
     * say the same. Null once it has begun, and for a delay that is tolerated.
     */
    private static @Nullable Judged judged(ExtendWindow c, Instant newEnd, Known w) {
        var to = new Span(w.plan().start(), newEnd);
        return w.state().running() || Moving.tolerated(to, w, c.policy().delayTolerance())
                ? null
                : Noticing.judge(c.act().now(), untold(c, w), w.plan().components(), w, c.policy());
    }

    /** The first instant that nobody was told of; of a promise that has passed, now. */
    private static Instant untold(ExtendWindow c, Known w) {
        Instant now = c.act().now();
        return w.plan().end().isAfter(now) ? w.plan().end() : now;
    }

    private static @Nullable Rejection promised(Known w) {
        return switch (w.state()) {
            case ANNOUNCED, IN_PROGRESS, VERIFYING, ROLLING_BACK -> null;
            case PLANNED ->
                    Refusals.wrongState(w, "No end was promised yet, so none can be extended.");
            case COMPLETED, CANCELLED -> Refusals.wrongState(w, "The window is over.");
        };
    }

    private static @Nullable Rejection seen(ExtendWindow c, Known w) {
        return c.previousEnd() != null && !c.previousEnd().equals(w.plan().end())
                ? Refusals.endHasMoved(w.plan().end())
                : null;
    }

    private static @Nullable Rejection reasonable(NewEnd end, Known w) {
        return switch (end) {
            case NewEnd.At(Instant instant) ->
                    instant.isAfter(w.plan().end().plus(Times.LONGEST))
                            ? Rejection.invalid("/newEnd", "must not be more than 90 days later")
                            : null;
            case NewEnd.By(var later) ->
                    later.compareTo(Times.LONGEST) > 0
                                    || later.compareTo(Times.LONGEST.negated()) < 0
                            ? Rejection.invalid("/by", "must be at most P90D")
                            : null;
            case NewEnd.AsProposed _ -> null;
            case NewEnd.Edited(_, NewEnd own) -> reasonable(own, w);
        };
    }

    private static @Nullable Rejection open(ExtendWindow c, Known w) {
        return switch (c.end()) {
            case NewEnd.At _, NewEnd.By _ -> null;
            case NewEnd.AsProposed(int ordinal) -> standing(ordinal, w);
            case NewEnd.Edited(int ordinal, _) -> standing(ordinal, w);
        };
    }

    private static @Nullable Rejection standing(int ordinal, Known w) {
        var proposal = w.promise().proposal(ordinal);
        if (proposal.isEmpty()) {
            return Rejection.invalid(
                    "/proposal", "must be the number of a proposal of this window");
        }
        return proposal.get().unsettled() ? null : Proposing.settled(proposal.get(), w);
    }

    private static Instant newEnd(NewEnd end, Known w) {
        return switch (end) {
            case NewEnd.At(Instant instant) -> instant;
            case NewEnd.By(var later) -> w.plan().end().plus(later);
            case NewEnd.AsProposed(int ordinal) ->
                    w.promise().proposal(ordinal).orElseThrow().proposedEnd();
            case NewEnd.Edited(_, NewEnd own) -> newEnd(own, w);
        };
    }

    private static @Nullable Rejection later(Instant newEnd, Instant end, Instant now) {
        if (!newEnd.isAfter(end)) {
            return Refusals.endNotLater(end, "The new end must be later than the present one.");
        }
        return newEnd.isAfter(now)
                ? null
                : Refusals.endNotLater(end, "The new end has passed already.");
    }

    /** Without words of one's own, those that were drafted with the proposal. */
    private static @Nullable Map<String, String> text(ExtendWindow c, Known w) {
        if (c.publicText() != null) {
            return c.publicText();
        }
        Integer proposal = proposal(c.end());
        return proposal == null ? null : w.promise().proposal(proposal).orElseThrow().publicText();
    }

    private static @Nullable Integer proposal(NewEnd end) {
        return switch (end) {
            case NewEnd.At _, NewEnd.By _ -> null;
            case NewEnd.AsProposed(int ordinal) -> ordinal;
            case NewEnd.Edited(int ordinal, _) -> ordinal;
        };
    }
}
