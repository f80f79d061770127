package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.SafeguardCommand.ApproveOverride;
import dev.interlude.planner.window.SafeguardCommand.RejectOverride;
import dev.interlude.planner.window.SafeguardCommand.RequestOverride;
import dev.interlude.planner.window.SafeguardEvent.GateOverridden;
import dev.interlude.planner.window.SafeguardEvent.OverrideRejected;
import dev.interlude.planner.window.SafeguardEvent.OverrideRequested;
import dev.interlude.planner.window.Safeguards.GateOverride;
import dev.interlude.planner.window.Safeguards.Status;
import dev.interlude.planner.window.Window.Known;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A gate is passed on record when one asks, says why, and another one agrees. */
final class Overriding {

    private Overriding() {}

    static Decision<WindowEvent> request(RequestOverride c, Known w) {
        Rejection no =
                Refusals.first(
                        mayAsk(c.act(), w),
                        HandingOver.notOver(w),
                        c.gates().isEmpty()
                                ? Rejection.invalid("/gates", "must name at least one gate")
                                : null,
                        known(c.gates(), "/gates", Gates.NAMES));
        return no != null
                ? Decision.reject(no)
                : Decision.accept(
                        new OverrideRequested(
                                w.plan().windowId(),
                                w.safeguards().overrides().size() + 1,
                                c.gates(),
                                c.reason(),
                                c.act().actor().id()));
    }

    static Decision<WindowEvent> approve(ApproveOverride c, Known w) {
        return second(
                c.act(),
                c.ordinal(),
                w,
                o ->
                        new GateOverridden(
                                w.plan().windowId(),
                                o.ordinal(),
                                o.gates(),
                                o.reason(),
                                o.by(),
                                c.act().actor().id()));
    }

    static Decision<WindowEvent> reject(RejectOverride c, Known w) {
        return second(
                c.act(),
                c.ordinal(),
                w,
                o ->
                        new OverrideRejected(
                                w.plan().windowId(),
                                o.ordinal(),
                                c.act().actor().id(),
                                c.reason()));
    }

    private static Decision<WindowEvent> second(
            Act act, int ordinal, Known w, Function<GateOverride, WindowEvent> event) {
        var found = w.safeguards().override(ordinal);
        Rejection may = Rights.operator(act, w);
        if (may != null || found.isEmpty()) {
            return Decision.reject(
                    may == null ? Rejection.notFound("There is no such override.") : may);
        }
        GateOverride o = found.get();
        Rejection no =
                Refusals.first(
                        o.status() == Status.OPEN
                                ? HandingOver.notOver(w)
                                : Refusals.wrongState(
                                        w, "Override " + ordinal + " is " + o.status() + "."),
                        o.by().equals(act.actor().id())
                                ? Refusals.samePerson("Another person decides on an override.")
                                : null);
        return no != null ? Decision.reject(no) : Decision.accept(event.apply(o));
    }

    private static @Nullable Rejection mayAsk(Act act, Known w) {
        boolean planner =
                act.actor().isPerson() && act.authority().allows("planner", w.plan().team());
        return planner || Rights.crew(act, w) == null ? null : Rights.operator(act, w);
    }

    static @Nullable Rejection known(List<String> names, String pointer, Set<String> all) {
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            if (!all.contains(names.get(i))) {
                return Rejection.invalid(
                        pointer + "/" + i,
                        "must be one of " + String.join(", ", all.stream().sorted().toList()));
            }
            if (!seen.add(names.get(i))) {
                return Rejection.invalid(pointer + "/" + i, "must not be named twice");
            }
        }
        return null;
    }
}
