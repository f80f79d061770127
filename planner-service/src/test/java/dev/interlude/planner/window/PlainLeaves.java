package dev.interlude.planner.window;

import static dev.interlude.planner.window.PlainWindow.must;

import dev.interlude.planner.window.SafeguardEvent.BreakGlassCountersigned;
import dev.interlude.planner.window.SafeguardEvent.GateOverridden;
import dev.interlude.planner.window.SafeguardEvent.GlassBroken;
import dev.interlude.planner.window.SafeguardEvent.OverrideRejected;
import dev.interlude.planner.window.SafeguardEvent.OverrideRequested;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was ever let pass on record, and by whom; a part of the plain window. */
final class PlainLeaves {

    private final Map<Integer, String> asked = new HashMap<>();
    private final Map<Integer, String> broken = new HashMap<>();
    private final Map<String, Set<String>> leaves = new HashMap<>();

    void asked(OverrideRequested e) {
        asked.put(e.ordinal(), e.by());
    }

    void overridden(GateOverridden e) {
        must(!e.by().equals(e.approvedBy()), "two persons override", e);
        must(e.by().equals(asked.get(e.ordinal())), "as it was asked for", e);
        leaves.put("OVERRIDE" + e.ordinal(), Set.copyOf(e.gates()));
    }

    void rejected(OverrideRejected e) {
        must(!e.by().equals(asked.get(e.ordinal())), "another decides", e);
    }

    void broken(GlassBroken e) {
        broken.put(e.ordinal(), e.by());
        var all = new HashSet<>(e.gates());
        all.addAll(e.confirmations());
        leaves.put("BREAK_GLASS" + e.ordinal(), all);
    }

    void countersigned(BreakGlassCountersigned e) {
        must(!e.by().equals(broken.get(e.ordinal())), "another countersigns", e);
    }

    /** The event names an override or broken glass that was really there, and for this. */
    boolean passed(String gate, @Nullable List<PassedBy> exceptions) {
        return exceptions != null
                && exceptions.stream()
                        .anyMatch(p ->
                                p.what().equals(gate)
                                        && leaves.getOrDefault(
                                                        p.by().name() + p.ordinal(), Set.of())
                                                .contains(gate));
    }
}
