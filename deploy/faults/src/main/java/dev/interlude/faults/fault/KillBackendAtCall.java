package dev.interlude.faults.fault;

import dev.interlude.faults.rig.Rig;
import dev.interlude.faults.rig.Session;
import java.util.List;

/** A session of the planner dies while it writes or syncs the write-ahead log. */
final class KillBackendAtCall extends KillAtCall {

    KillBackendAtCall() {
        super("fdatasync", "pwrite64", "sendto");
    }

    @Override
    public String name() {
        return "kill-backend-at";
    }

    @Override
    Victim victim(Site site) {
        Rig rig = site.rig();
        List<Long> pids =
                Session.all(rig.tables("planner")).stream()
                        .filter(session -> session.user().startsWith("planner"))
                        .map(Session::pid)
                        .toList();
        return new Victim() {

            @Override
            public String name() {
                return "a session of the planner";
            }

            @Override
            public List<Long> pids() {
                return pids;
            }

            @Override
            public boolean hasDied() {
                // when one dies, the server ends all others
                return pids.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent());
            }

            @Override
            public void bringBack() {
                rig.awaitDatabase();
            }
        };
    }
}
