package dev.interlude.faults.fault;

import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Replica;
import java.time.Duration;
import java.util.Locale;

/**
 * The process that publishes stands still (SIGSTOP), another one takes over, and it comes back
 * without knowing that time has passed.
 */
final class StopLeader implements Fault {

    private static final Patience TO_LEAD = Patience.ofSeconds(20);

    @Override
    public String name() {
        return "stop-leader";
    }

    @Override
    public String strike(Site site) {
        Replica leader = site.rig().leader();
        Replica other =
                site.rig().planners().stream()
                        .filter(one -> one != leader)
                        .findFirst()
                        .orElseThrow();
        Duration stop = Duration.ofSeconds(5 + site.random().nextInt(16));
        long since = System.nanoTime();
        leader.freeze();
        boolean taken;
        double seconds;
        try {
            taken = TO_LEAD.comes(other::leads);
            seconds = (System.nanoTime() - since) / 1e9;
            Patience.rest(stop.minusNanos(System.nanoTime() - since));
        } finally {
            leader.thaw();
        }
        TO_LEAD.until("one leads alone", () -> other.leads() != leader.leads());
        return String.format(
                Locale.ROOT,
                "%s for %d s, %s",
                leader.name(),
                stop.toSeconds(),
                taken ? String.format(Locale.ROOT, "other led after %.1f s", seconds) : "none led");
    }
}
