package dev.interlude.faults.fault;

import dev.interlude.faults.rig.Replica;
import dev.interlude.faults.rig.Rig;
import dev.interlude.faults.rig.Tables;

/**
 * The planner's database comes back from a backup, while broker and listener know more. What was
 * acknowledged since is lost with it; nobody may go on taking it for true.
 */
final class RestoreDatabase implements Fault {

    private static final int LOST = 60;

    @Override
    public String name() {
        return "restore-database";
    }

    @Override
    public String strike(Site site) {
        Rig rig = site.rig();
        Tables server = rig.tables("postgres");
        rig.planners().forEach(Replica::kill);
        server.execute("drop database if exists planner_backup");
        server.execute("create database planner_backup template planner");
        long since = System.nanoTime();
        long before = site.operations().acknowledged();
        rig.startReplicas();
        site.awaitAcknowledged(LOST);
        rig.planners().forEach(Replica::kill);
        server.execute("drop database planner with (force)");
        site.operations().lose(since);
        server.execute("create database planner template planner_backup owner planner_migrator");
        server.execute("drop database planner_backup");
        long last =
                rig.tables("planner")
                        .read(
                                "select last_position from interlude_restored('planner')",
                                row -> row.getLong(1))
                        .getFirst();
        long lost = site.operations().acknowledged() - before;
        rig.startReplicas();
        return "%d acknowledgements behind position %d".formatted(lost, last);
    }
}
