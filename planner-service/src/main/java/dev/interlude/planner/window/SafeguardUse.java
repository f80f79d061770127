package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.planner.window.Safeguards.BrokenGlass;
import dev.interlude.planner.window.Safeguards.GateOverride;
import dev.interlude.planner.window.Safeguards.Rollback;
import dev.interlude.planner.window.Safeguards.Turn;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowEvent.CarryOutResumed;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the course of a window does to its exceptions: who shaped the plan can't approve it, and an
 * exception is used up by what it was made for.
 */
final class SafeguardUse {

    private SafeguardUse() {}

    static Known follow(Known w, Recorded<WindowEvent> event) {
        Safeguards s = w.safeguards().at(event.sequence());
        Safeguards after =
                switch (event.event()) {
                    case WindowPlanned _ -> authored(s, event);
                    case WindowRevised e ->
                            e.components() == null
                                    ? s
                                    : used(authored(s, event), List.of(Gates.NOTICE));
                    case WindowMoved e ->
                            used(
                                    authored(s, event),
                                    e.exceptions() == null ? List.of() : List.of(Gates.NOTICE));
                    case WindowExtended e ->
                            w.state().running()
                                    ? s
                                    : used(
                                            authored(s, event),
                                            e.exceptions() == null
                                                    ? List.of()
                                                    : List.of(Gates.NOTICE));
                    case WindowAnnounced e ->
                            used(s.approvedFrom(e.approvalFrom()), List.of(Gates.NOTICE));
                    case WindowStarted _ -> used(s, Gates.OF_THE_START);
                    case SafeguardEvent.RollbackBegan _ ->
                            used(s, List.of(Gates.ROLLBACK, Gates.VERIFY));
                    case CarryOutResumed _ -> resumed(used(s, List.of(Gates.RESUME)), event);
                    default -> s;
                };
        return w.with(after);
    }

    private static Safeguards authored(Safeguards s, Recorded<WindowEvent> event) {
        if (!event.actor().isPerson()) {
            return s;
        }
        var authors = new HashSet<>(s.authors());
        authors.add(event.actor().id());
        return s.by(Set.copyOf(authors));
    }

    private static Safeguards resumed(Safeguards s, Recorded<WindowEvent> event) {
        Rollback rollback = s.rollback();
        return rollback == null || rollback.turn() != Turn.BEGUN
                ? s
                : s.with(rollback.turned(Turn.RESUMED, event.actor().id(), event.recordedAt()));
    }

    private static Safeguards used(Safeguards s, List<String> gates) {
        return s.overrides(all -> all.stream().map(o -> used(o, gates)).toList())
                .glasses(all -> all.stream().map(g -> used(g, gates)).toList());
    }

    private static GateOverride used(GateOverride o, List<String> gates) {
        return new GateOverride(
                o.ordinal(),
                o.gates(),
                o.reason(),
                o.by(),
                o.at(),
                o.status(),
                o.decidedBy(),
                o.decidedBecause(),
                o.decidedAt(),
                Lists.without(o.standing(), gates));
    }

    private static BrokenGlass used(BrokenGlass g, List<String> gates) {
        return new BrokenGlass(
                g.ordinal(),
                g.gates(),
                g.confirmations(),
                g.reason(),
                g.by(),
                g.at(),
                g.countersignBy(),
                g.countersignedBy(),
                g.countersignedAt(),
                g.overdue(),
                Lists.without(g.standing(), gates));
    }
}
