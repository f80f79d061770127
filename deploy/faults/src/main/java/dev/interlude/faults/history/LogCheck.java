package dev.interlude.faults.history;

import static dev.interlude.faults.history.Finding.duplicated;
import static dev.interlude.faults.history.Finding.gapped;
import static dev.interlude.faults.history.Finding.lost;
import static dev.interlude.faults.history.Finding.reordered;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whether a log is what a log promises: positions without gap, streams that rise by one. */
public final class LogCheck {

    private LogCheck() {}

    /** Judges all rows of a log, in the order of their positions. */
    public static List<Finding> of(List<Stored> log) {
        var findings = new ArrayList<Finding>();
        positions(log, findings);
        streams(log, findings);
        ids(log, findings);
        return findings;
    }

    /**
     * Judges a reader that asked for what comes after the last position it had seen.
     *
     * @param followed positions in the order the reader saw them
     */
    public static List<Finding> ofReader(List<Stored> log, List<Long> followed) {
        var findings = new ArrayList<Finding>();
        var seen = new HashSet<Long>();
        long last = 0;
        for (long position : followed) {
            if (!seen.add(position)) {
                findings.add(duplicated("the reader saw position " + position + " twice"));
            } else if (position < last) {
                findings.add(reordered("the reader saw " + position + " after " + last));
            }
            last = Math.max(last, position);
        }
        for (Stored row : log) {
            if (!seen.remove(row.position())) {
                findings.add(lost("the reader passed over position " + row.position()));
            }
        }
        seen.forEach(gone -> findings.add(lost("position " + gone + " was seen and is gone")));
        return findings;
    }

    private static void positions(List<Stored> log, List<Finding> findings) {
        long expected = 1;
        for (Stored row : log) {
            if (row.position() > expected) {
                findings.add(
                        gapped(
                                "nothing has the positions from %d to %d"
                                        .formatted(expected, row.position() - 1)));
            } else if (row.position() < expected) {
                findings.add(duplicated("position " + row.position() + " was given twice"));
            }
            expected = row.position() + 1;
        }
    }

    private static void streams(List<Stored> log, List<Finding> findings) {
        Map<String, Long> last = new HashMap<>();
        for (Stored row : log.stream().filter(Stored::live).toList()) {
            String stream = row.source() + " " + row.stream();
            long before = last.getOrDefault(stream, 0L);
            String place = stream + " " + row.sequence();
            if (row.sequence() == before) {
                findings.add(duplicated(place + " is there twice"));
            } else if (row.sequence() < before) {
                findings.add(reordered(place + " stands behind " + before));
            } else if (row.sequence() > before + 1) {
                findings.add(gapped(place + " follows " + before));
            }
            last.put(stream, Math.max(before, row.sequence()));
        }
    }

    private static void ids(List<Stored> log, List<Finding> findings) {
        Set<UUID> ids = new HashSet<>();
        for (Stored row : log) {
            if (!ids.add(row.id())) {
                findings.add(duplicated("event " + row.id() + " is there twice"));
            }
        }
    }
}
