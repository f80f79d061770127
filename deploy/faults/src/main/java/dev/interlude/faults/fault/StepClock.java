package dev.interlude.faults.fault;

import dev.interlude.faults.load.Reminded;
import dev.interlude.faults.rig.Replica;
import java.util.concurrent.CompletableFuture;

/**
 * Reminders come due while the clock goes forward in steps, at both replicas at once, and one of
 * them dies in between: each fires once.
 */
final class StepClock implements Fault {

    private static final int WINDOWS = 8;
    private static final int STEPS = 8;

    @Override
    public String name() {
        return "step-clock";
    }

    @Override
    public String strike(Site site) {
        var reminded = new Reminded(site.rig(), site.random());
        reminded.plan(WINDOWS);
        Replica victim =
                site.rig().planners().get(site.random().nextInt(site.rig().planners().size()));
        int at = site.random().nextInt(STEPS);
        var restart = CompletableFuture.<Void>completedFuture(null);
        for (int step = 0; step < STEPS; step++) {
            if (step == at) {
                victim.kill();
                restart = CompletableFuture.runAsync(victim::start);
            }
            reminded.stepClock();
        }
        restart.join();
        return "%d windows, %d steps, %s killed at the %d."
                .formatted(WINDOWS, STEPS, victim.name(), at + 1);
    }
}
