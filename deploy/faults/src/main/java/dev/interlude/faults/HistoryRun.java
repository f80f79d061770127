package dev.interlude.faults;

import dev.interlude.faults.history.Finding;
import dev.interlude.faults.history.LogCheck;
import dev.interlude.faults.history.OperationCheck;
import dev.interlude.faults.history.Stored;
import dev.interlude.faults.load.Load;
import dev.interlude.faults.load.OperationLog;
import dev.interlude.faults.rig.Logs;
import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Reader;
import dev.interlude.faults.rig.Rig;
import java.util.ArrayList;
import java.util.List;

/**
 * The checked append history: clients at two replicas, a reader that follows the log meanwhile with
 * the ordinary look behind the last position, and a comparison of all that was seen.
 */
final class HistoryRun {

    private static final Patience PATIENCE = Patience.ofSeconds(180);

    private HistoryRun() {}

    /**
     * What was found.
     *
     * @param events in the log
     * @param followed how many positions the reader saw
     */
    record Outcome(int events, int followed, List<Finding> findings) {}

    /** Lets clients work until so many acknowledgements have come. */
    static Outcome of(Rig rig, OperationLog operations, int clients, int enough, long seed) {
        var tables = rig.tables("planner");
        try (var reader = Reader.of(tables, "log")) {
            try (var load = Load.start(rig, operations, clients, seed)) {
                load.awaitAcknowledged(enough, PATIENCE);
            }
            List<Stored> log = Logs.all(tables);
            long head = log.getLast().position();
            PATIENCE.until("the reader reaches " + head, () -> reader.last() >= head);
            List<Long> followed = reader.followed().stream().filter(p -> p <= head).toList();
            var findings = new ArrayList<>(LogCheck.of(log));
            findings.addAll(LogCheck.ofReader(log, followed));
            findings.addAll(
                    OperationCheck.of(
                            operations.operations(),
                            log.stream().filter(row -> row.source().equals("planner")).toList()));
            return new Outcome(log.size(), followed.size(), findings);
        }
    }
}
