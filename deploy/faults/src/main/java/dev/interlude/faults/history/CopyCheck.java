package dev.interlude.faults.history;

import static dev.interlude.faults.history.Finding.changed;
import static dev.interlude.faults.history.Finding.duplicated;
import static dev.interlude.faults.history.Finding.lost;
import static dev.interlude.faults.history.Finding.reordered;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a copy of a log is whole: every event there with the same bytes, and the first
 * occurrences of a stream in its order.
 */
public final class CopyCheck {

    private final String copy;
    private final boolean once;
    private final Map<String, Long> last = new HashMap<>();
    private final Map<String, Copied> first = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private CopyCheck(String copy, boolean once) {
        this.copy = copy;
        this.once = once;
    }

    /** Judges a copy that may repeat what it has said, as a topic may. */
    public static List<Finding> atLeastOnce(String copy, List<Stored> log, List<Copied> copied) {
        return new CopyCheck(copy, false).judge(log, copied);
    }

    /** Judges a copy that must hold each event once. */
    public static List<Finding> exactlyOnce(String copy, List<Stored> log, List<Copied> copied) {
        return new CopyCheck(copy, true).judge(log, copied);
    }

    private List<Finding> judge(List<Stored> log, List<Copied> copied) {
        copied.forEach(this::take);
        log.forEach(this::compare);
        first.keySet().forEach(place -> findings.add(changed(copy + " has made up " + place)));
        return findings;
    }

    private void take(Copied event) {
        String place = place(event.stream(), event.sequence());
        Copied before = first.putIfAbsent(place, event);
        if (before == null) {
            long expected = last.getOrDefault(event.stream(), 0L) + 1;
            if (event.sequence() < expected) {
                findings.add(reordered(copy + " has " + place + " behind " + (expected - 1)));
            }
            last.merge(event.stream(), event.sequence(), Math::max);
        } else if (!before.equals(event)) {
            findings.add(changed(copy + " has two different " + place));
        } else if (once) {
            findings.add(duplicated(copy + " has " + place + " twice"));
        }
    }

    private void compare(Stored row) {
        String place = place(row.stream(), row.sequence());
        Copied found = first.remove(place);
        if (found == null) {
            findings.add(lost(copy + " lacks " + place));
        } else if (!found.id().equals(row.id()) || !found.digest().equals(row.digest())) {
            findings.add(changed(copy + " has another " + place));
        }
    }

    private static String place(String stream, long sequence) {
        return stream + " " + sequence;
    }
}
