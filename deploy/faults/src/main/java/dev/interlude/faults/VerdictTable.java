package dev.interlude.faults;

import dev.interlude.faults.history.Finding;
import dev.interlude.faults.history.Finding.Kind;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found after each fault, as lines for people and one for programs. */
final class VerdictTable {

    private static final int SHOWN = 5;

    private final PrintStream out;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One fault.
     *
     * @param hit what it hit
     * @param acknowledged how many answers said that something is stored, meanwhile
     * @param unknown how many answers promised nothing, or did not come
     * @param healedSeconds from the end of the load until everything was itself again
     */
    record Row(
            String fault,
            String hit,
            long acknowledged,
            long unknown,
            double healedSeconds,
            List<Finding> findings) {

        long count(Kind... kinds) {
            return findings.stream().filter(f -> List.of(kinds).contains(f.kind())).count();
        }

        /** Kept as stored nowhere: lost, a gap, or other bytes. */
        long lost() {
            return count(Kind.LOST, Kind.GAPPED, Kind.CHANGED);
        }
    }

    VerdictTable(PrintStream out) {
        this.out = out;
        out.printf(
                "%4s  %-16s %7s %7s %7s  %5s %5s %5s %5s  %s%n",
                "run", "fault", "acked", "unknown", "healed", "lost", "dupl.", "reord", "stuck",
                "hit");
    }

    void add(Row row) {
        rows.add(row);
        out.printf(
                Locale.ROOT,
                "%4d  %-16s %7d %7d %5.1f s  %5d %5d %5d %5d  %s%n",
                rows.size(),
                row.fault(),
                row.acknowledged(),
                row.unknown(),
                row.healedSeconds(),
                row.lost(),
                row.count(Kind.DUPLICATED),
                row.count(Kind.REORDERED),
                row.count(Kind.STUCK),
                row.hit());
        row.findings().stream().limit(SHOWN).forEach(finding -> out.println("      " + finding));
        int more = row.findings().size() - SHOWN;
        if (more > 0) {
            out.println("      and " + more + " more");
        }
    }

    boolean allGood() {
        return rows.stream().allMatch(row -> row.findings().isEmpty());
    }

    /** The line for programs; gaps and changed bytes count as lost. */
    String total() {
        return "faults runs=%d lost=%d duplicated=%d reordered=%d stuck=%d"
                .formatted(
                        rows.size(),
                        rows.stream().mapToLong(Row::lost).sum(),
                        rows.stream().mapToLong(row -> row.count(Kind.DUPLICATED)).sum(),
                        rows.stream().mapToLong(row -> row.count(Kind.REORDERED)).sum(),
                        rows.stream().mapToLong(row -> row.count(Kind.STUCK)).sum());
    }
}
