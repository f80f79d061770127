package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.planner.window.SafeguardEvent.ApprovalVoided;
import dev.interlude.planner.window.SafeguardEvent.BreakGlassCountersigned;
import dev.interlude.planner.window.SafeguardEvent.CountersignatureOverdue;
import dev.interlude.planner.window.SafeguardEvent.GateOverridden;
import dev.interlude.planner.window.SafeguardEvent.GlassBroken;
import dev.interlude.planner.window.SafeguardEvent.HoldCalled;
import dev.interlude.planner.window.SafeguardEvent.HoldReleaseOffered;
import dev.interlude.planner.window.SafeguardEvent.HoldReleased;
import dev.interlude.planner.window.SafeguardEvent.OverrideRejected;
import dev.interlude.planner.window.SafeguardEvent.OverrideRequested;
import dev.interlude.planner.window.SafeguardEvent.RollbackBegan;
import dev.interlude.planner.window.SafeguardEvent.RollbackCalled;
import dev.interlude.planner.window.SafeguardEvent.RollbackRejected;
import dev.interlude.planner.window.SafeguardEvent.WindowApproved;
import dev.interlude.planner.window.Safeguards.Approval;
import dev.interlude.planner.window.Safeguards.BrokenGlass;
import dev.interlude.planner.window.Safeguards.GateOverride;
import dev.interlude.planner.window.Safeguards.Hold;
import dev.interlude.planner.window.Safeguards.Rollback;
import dev.interlude.planner.window.Safeguards.Status;
import dev.interlude.planner.window.Safeguards.Turn;
import dev.interlude.planner.window.Window.Known;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each event does to stops, exceptions and approvals. */
final class SafeguardEvolution {

    private SafeguardEvolution() {}

    static Known evolve(Known w, SafeguardEvent event, Recorded<WindowEvent> envelope) {
        Safeguards s = w.safeguards();
        Instant at = envelope.recordedAt();
        return switch (event) {
            case HoldCalled e -> w.with(s.holds(all -> Lists.plus(all, hold(e, at))));
            case HoldReleaseOffered e ->
                    w.with(
                            s.holds(all ->
                                    Lists.change(
                                            all,
                                            h -> h.ordinal() == e.ordinal(),
                                            h -> offered(h, e))));
            case HoldReleased e -> w.with(released(s, e, at));
            case OverrideRequested e ->
                    w.with(s.overrides(all -> Lists.plus(all, requested(e, at))));
            case GateOverridden e ->
                    w.with(decided(s, e.ordinal(), Status.APPROVED, e.approvedBy(), null, at));
            case OverrideRejected e ->
                    w.with(decided(s, e.ordinal(), Status.REJECTED, e.by(), e.reason(), at));
            case GlassBroken e -> w.with(s.glasses(all -> Lists.plus(all, broken(e, at))));
            case BreakGlassCountersigned e -> w.with(signed(s, e.ordinal(), e.by(), at, false));
            case CountersignatureOverdue e -> w.with(signed(s, e.ordinal(), null, null, true));
            case WindowApproved e ->
                    w.with(s.with(new Approval(e.by(), e.version(), e.planHash(), at)));
            case ApprovalVoided _ -> w.with(s.with((Approval) null));
            case RollbackCalled e ->
                    w.with(
                            s.with(
                                    new Rollback(
                                            e.by(),
                                            e.reason(),
                                            at,
                                            e.hold(),
                                            Turn.CALLED,
                                            null,
                                            null)));
            case RollbackRejected e -> w.with(turned(s, Turn.REJECTED, e.by(), at));
            case RollbackBegan e ->
                    w.with(State.ROLLING_BACK).with(turned(s, Turn.BEGUN, e.confirmedBy(), at));
        };
    }

    private static Hold hold(HoldCalled e, Instant at) {
        return new Hold(e.ordinal(), e.by(), e.reason(), at, null, List.of(), null);
    }

    private static Hold offered(Hold h, HoldReleaseOffered e) {
        return new Hold(h.ordinal(), h.by(), h.reason(), h.at(), e.by(), List.of(), null);
    }

    /** Whoever releases the hold of a call for going back is for going on. */
    private static Safeguards released(Safeguards s, HoldReleased e, Instant at) {
        var after =
                s.holds(all ->
                        Lists.change(
                                all,
                                h -> h.ordinal() == e.ordinal(),
                                h ->
                                        new Hold(
                                                h.ordinal(),
                                                h.by(),
                                                h.reason(),
                                                h.at(),
                                                h.offeredBy(),
                                                e.by(),
                                                at)));
        Rollback rollback = s.rollback();
        return s.rollbackCalled() && rollback != null && rollback.hold() == e.ordinal()
                ? turned(after, Turn.WITHDRAWN, null, at)
                : after;
    }

    private static GateOverride requested(OverrideRequested e, Instant at) {
        return new GateOverride(
                e.ordinal(),
                e.gates(),
                e.reason(),
                e.by(),
                at,
                Status.OPEN,
                null,
                null,
                null,
                List.of());
    }

    private static Safeguards decided(
            Safeguards s,
            int ordinal,
            Status status,
            String by,
            @Nullable String because,
            Instant at) {
        return s.overrides(all ->
                Lists.change(
                        all,
                        o -> o.ordinal() == ordinal,
                        o ->
                                new GateOverride(
                                        ordinal,
                                        o.gates(),
                                        o.reason(),
                                        o.by(),
                                        o.at(),
                                        status,
                                        by,
                                        because,
                                        at,
                                        status == Status.APPROVED ? o.gates() : List.of())));
    }

    private static BrokenGlass broken(GlassBroken e, Instant at) {
        return new BrokenGlass(
                e.ordinal(),
                e.gates(),
                e.confirmations(),
                e.reason(),
                e.by(),
                at,
                e.countersignBy(),
                null,
                null,
                false,
                Stream.concat(e.gates().stream(), e.confirmations().stream()).toList());
    }

    private static Safeguards signed(
            Safeguards s, int ordinal, @Nullable String by, @Nullable Instant at, boolean overdue) {
        return s.glasses(all ->
                Lists.change(
                        all,
                        g -> g.ordinal() == ordinal,
                        g ->
                                new BrokenGlass(
                                        ordinal,
                                        g.gates(),
                                        g.confirmations(),
                                        g.reason(),
                                        g.by(),
                                        g.at(),
                                        g.countersignBy(),
                                        by,
                                        at,
                                        overdue || g.overdue(),
                                        g.standing())));
    }

    private static Safeguards turned(Safeguards s, Turn turn, @Nullable String by, Instant at) {
        return s.rollback() == null ? s : s.with(s.rollback().turned(turn, by, at));
    }
}
