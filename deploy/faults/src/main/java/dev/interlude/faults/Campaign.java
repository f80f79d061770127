package dev.interlude.faults;

import dev.interlude.faults.fault.Fault;
import dev.interlude.faults.fault.Site;
import dev.interlude.faults.history.Finding;
import dev.interlude.faults.load.Load;
import dev.interlude.faults.load.OperationLog;
import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Rig;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One fault after the other in the same house, with clients at work and a verdict after each. */
final class Campaign {

    private static final int CLIENTS = 8;
    private static final int BEFORE = 60;
    private static final int AFTER = 120;
    private static final Patience PATIENCE = Patience.ofSeconds(90);

    private final Rig rig;
    private final OperationLog operations;
    private final VerdictTable table;

    Campaign(Rig rig, OperationLog operations, VerdictTable table) {
        this.rig = rig;
        this.operations = operations;
        this.table = table;
    }

    /** One fault, and what is found after it. */
    void run(Fault fault, Random random) {
        long acknowledged = operations.acknowledged();
        long unknown = operations.unknown();
        var findings = new ArrayList<Finding>();
        String hit = under(fault, random, findings);
        long since = System.nanoTime();
        findings.addAll(Healing.of(rig));
        double healed = (System.nanoTime() - since) / 1e9;
        findings.addAll(new Inspection(rig, operations).findings());
        table.add(
                new VerdictTable.Row(
                        fault.name(),
                        hit,
                        operations.acknowledged() - acknowledged,
                        operations.unknown() - unknown,
                        healed,
                        List.copyOf(findings)));
    }

    private String under(Fault fault, Random random, List<Finding> findings) {
        try (var load = Load.start(rig, operations, CLIENTS, random.nextLong())) {
            load.awaitAcknowledged(BEFORE, PATIENCE);
            String hit = fault.strike(new Site(rig, operations, random));
            load.awaitAcknowledged(AFTER, PATIENCE);
            return hit;
        } catch (Patience.Exhausted e) {
            findings.add(Finding.stuck(String.valueOf(e.getMessage())));
            return "?";
        }
    }
}
