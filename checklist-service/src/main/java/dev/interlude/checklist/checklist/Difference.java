package dev.interlude.checklist.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between two plans of a step. */
public final class Difference {

    private Difference() {}

    /** Names of the members that differ, in their order. */
    public static List<String> between(Step a, Step b) {
        List<String> all = new ArrayList<>();
        add(all, "title", a.title(), b.title());
        add(all, "phase", a.phase(), b.phase());
        add(all, "instruction", a.instruction(), b.instruction());
        add(all, "expectedDuration", a.expectedDuration(), b.expectedDuration());
        add(all, "dependsOn", a.dependsOn(), b.dependsOn());
        add(all, "lane", a.lane(), b.lane());
        add(all, "mode", a.mode(), b.mode());
        add(all, "sideEffects", a.sideEffects(), b.sideEffects());
        add(all, "rollbackOf", a.rollbackOf(), b.rollbackOf());
        add(all, "noRollback", a.noRollback(), b.noRollback());
        add(all, "verifies", a.verifies(), b.verifies());
        add(all, "pointOfNoReturn", a.pointOfNoReturn(), b.pointOfNoReturn());
        add(all, "notBefore", a.notBefore(), b.notBefore());
        add(all, "dueAt", a.dueAt(), b.dueAt());
        add(all, "script", a.script(), b.script());
        add(all, "expectation", a.expectation(), b.expectation());
        return all;
    }

    private static void add(
            List<String> all, String member, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            all.add(member);
        }
    }
}
