package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.SafeguardCommand.BreakGlass;
import dev.interlude.planner.window.SafeguardCommand.CountersignBreakGlass;
import dev.interlude.planner.window.SafeguardEvent.BreakGlassCountersigned;
import dev.interlude.planner.window.SafeguardEvent.CountersignatureOverdue;
import dev.interlude.planner.window.SafeguardEvent.GlassBroken;
import dev.interlude.planner.window.Safeguards.BrokenGlass;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.FireTimer;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Nobody else can be reached: one operator goes on alone, and another one looks at it later. */
final class BreakingGlass {

    static final Set<String> CONFIRMATIONS =
            Set.of("step-confirmation", Holding.RELEASE, RollingBack.CONFIRMATION);

    private static final int DAYS = 3;
    private static final String TIMER = "countersignature/";

    private BreakingGlass() {}

    static Decision<WindowEvent> breakGlass(BreakGlass c, Known w) {
        Rejection no =
                Refusals.first(
                        Rights.operator(c.act(), w),
                        HandingOver.notOver(w),
                        c.gates().isEmpty() && c.confirmations().isEmpty()
                                ? Rejection.invalid("", "must name gates or confirmations")
                                : null,
                        Overriding.known(c.gates(), "/gates", Gates.NAMES),
                        Overriding.known(c.confirmations(), "/confirmations", CONFIRMATIONS));
        if (no != null) {
            return Decision.reject(no);
        }
        Act act = c.act();
        return Decision.accept(
                new GlassBroken(
                        w.plan().windowId(),
                        w.safeguards().glasses().size() + 1,
                        c.gates(),
                        c.confirmations(),
                        c.reason(),
                        act.actor().id(),
                        WorkingDays.endOfNth(
                                DAYS, act.now(), ZoneId.of(w.plan().zone()), c.holidays())));
    }

    /** One act for all that others have broken: it is read as a whole. */
    static Decision<WindowEvent> countersign(CountersignBreakGlass c, Known w) {
        String person = c.act().actor().id();
        List<BrokenGlass> unsigned = unsigned(w);
        Rejection no =
                Refusals.first(
                        Rights.operator(c.act(), w),
                        w.safeguards().glasses().isEmpty()
                                ? Refusals.wrongState(w, "No glass was broken.")
                                : null,
                        !unsigned.isEmpty()
                                        && unsigned.stream().allMatch(g -> g.by().equals(person))
                                ? Refusals.samePerson("Another person countersigns.")
                                : null);
        if (no != null) {
            return Decision.reject(no);
        }
        return Decision.acceptAll(
                unsigned.stream()
                        .filter(g -> !g.by().equals(person))
                        .map(g -> new Fact<WindowEvent>(signed(g, person, w), null))
                        .toList());
    }

    private static WindowEvent signed(BrokenGlass g, String person, Known w) {
        return new BreakGlassCountersigned(w.plan().windowId(), g.ordinal(), person);
    }

    private static List<BrokenGlass> unsigned(Known w) {
        return w.safeguards().glasses().stream().filter(g -> g.countersignedBy() == null).toList();
    }

    /** Also when the window is long over. */
    static Set<Due> due(Known w) {
        return unsigned(w).stream()
                .filter(g -> !g.overdue())
                .map(g -> new Due(TIMER + g.ordinal(), g.countersignBy()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isMine(FireTimer c) {
        return c.name().startsWith(TIMER);
    }

    static Decision<WindowEvent> fire(FireTimer c, Known w) {
        return unsigned(w).stream()
                .filter(g -> !g.overdue() && c.name().equals(TIMER + g.ordinal()))
                .findFirst()
                .map(g ->
                        Decision.<WindowEvent>accept(
                                new CountersignatureOverdue(
                                        w.plan().windowId(), g.ordinal(), g.by(), c.dueAt())))
                .orElseGet(Decision::nothing);
    }
}
