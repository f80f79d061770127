package dev.interlude.faults.fault;

import dev.interlude.faults.load.OperationLog;
import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Rig;
import java.util.Random;

/**
 * Where a fault strikes.
 *
 * @param operations what clients are answered meanwhile
 * @param random what is left to chance is taken from here
 */
public record Site(Rig rig, OperationLog operations, Random random) {

    private static final Patience PATIENCE = Patience.ofSeconds(90);

    /** Returns when clients have got so many more acknowledgements. */
    void awaitAcknowledged(long more) {
        long wanted = operations.acknowledged() + more;
        PATIENCE.until(more + " more acknowledgements", () -> operations.acknowledged() >= wanted);
    }
}
