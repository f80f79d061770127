package dev.interlude.faults.fault;

import dev.interlude.faults.rig.Replica;

/** A process of a service dies: SIGKILL. */
final class KillService implements Fault {

    @Override
    public String name() {
        return "kill-service";
    }

    @Override
    public String strike(Site site) {
        Replica victim =
                site.rig().replicas().get(site.random().nextInt(site.rig().replicas().size()));
        victim.kill();
        victim.start();
        return victim.name();
    }
}
