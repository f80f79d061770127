package dev.interlude.faults;

import dev.interlude.faults.fault.Fault;
import dev.interlude.faults.fault.Site;
import dev.interlude.faults.history.Finding;
import dev.interlude.faults.load.Load;
import dev.interlude.faults.load.OperationLog;
import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Rig;
import dev.interlude.faults.rig.Tables;
import dev.interlude.local.LocalFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** One fault after the other in the same house, with clients at work and a verdict after each. */
final class Campaign {

    private static final int CLIENTS = 8;
    private static final Patience PATIENCE = Patience.ofSeconds(90);

    private final Rig rig;
    private final OperationLog operations;
    private final VerdictTable table;
    private final int enough;

    /** What is broken stays so, and is told once: by the run that broke it. */
    private final Set<Finding> found = new HashSet<>();

    /**
     * Makes it ready.
     *
     * @param enough how many acknowledgements each fault is given: a third before it strikes, the
     *     others after
     */
    Campaign(Rig rig, OperationLog operations, VerdictTable table, int enough) {
        this.enough = enough;
        this.rig = rig;
        this.operations = operations;
        this.table = table;
    }

    /** One fault, and what is found after it. */
    void run(Fault fault, Random random) {
        long acknowledged = operations.acknowledged();
        long unknown = operations.unknown();
        var findings = new ArrayList<Finding>();
        String hit = unlessStuck(() -> under(fault, random), "?", findings);
        long since = System.nanoTime();
        findings.addAll(unlessStuck(this::healed, List.of(), findings));
        double healed = (System.nanoTime() - since) / 1e9;
        findings.addAll(
                unlessStuck(new Inspection(rig, operations)::findings, List.of(), findings));
        table.add(
                new VerdictTable.Row(
                        fault.name(),
                        hit,
                        operations.acknowledged() - acknowledged,
                        operations.unknown() - unknown,
                        healed,
                        findings.stream().filter(found::add).toList()));
    }

    private String under(Fault fault, Random random) {
        try (var load = Load.start(rig, operations, CLIENTS, random.nextLong())) {
            load.awaitAcknowledged(enough / 3, PATIENCE);
            String hit = fault.strike(new Site(rig, operations, random));
            load.awaitAcknowledged(enough - enough / 3, PATIENCE);
            return hit;
        }
    }

    /** What a fault that got stuck has left lying is set up first. */
    private List<Finding> healed() {
        rig.mend();
        return Healing.of(rig);
    }

    private static <T> T unlessStuck(Supplier<T> work, T otherwise, List<Finding> findings) {
        try {
            return work.get();
        } catch (Patience.Exhausted | Tables.Unavailable | LocalFailure | CompletionException e) {
            findings.add(Finding.stuck(String.valueOf(e.getMessage())));
            return otherwise;
        }
    }
}
