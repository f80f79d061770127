package dev.interlude.faults.fault;

import dev.interlude.faults.rig.Replica;
import java.util.List;

/** A planner dies while it writes to the database, to the broker or to a client. */
final class KillServiceAtCall extends KillAtCall {

    KillServiceAtCall() {
        super("write", "writev");
    }

    @Override
    public String name() {
        return "kill-service-at";
    }

    @Override
    Victim victim(Site site) {
        Replica replica = site.rig().leader();
        return new Victim() {

            @Override
            public String name() {
                return replica.name();
            }

            @Override
            public List<Long> pids() {
                return List.of(replica.pid());
            }

            @Override
            public boolean hasDied() {
                return !replica.isAlive();
            }

            @Override
            public void bringBack() {
                replica.start();
            }
        };
    }
}
