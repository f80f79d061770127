package dev.interlude.faults.fault;

import dev.interlude.faults.rig.Session;
import java.util.List;

/**
 * One process of the database server dies, perhaps in the middle of a commit: the server throws out
 * everybody and recovers by itself.
 */
final class KillBackend implements Fault {

    @Override
    public String name() {
        return "kill-backend";
    }

    @Override
    public String strike(Site site) {
        List<Session> sessions = Session.all(site.rig().tables("planner"));
        Session victim = sessions.get(site.random().nextInt(sessions.size()));
        ProcessHandle.of(victim.pid()).ifPresent(ProcessHandle::destroyForcibly);
        site.rig().awaitDatabase();
        return victim.type() + (victim.user().isEmpty() ? "" : " of " + victim.user());
    }
}
