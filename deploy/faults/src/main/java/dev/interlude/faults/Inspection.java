package dev.interlude.faults;

import dev.interlude.faults.history.Copied;
import dev.interlude.faults.history.CopyCheck;
import dev.interlude.faults.history.Finding;
import dev.interlude.faults.history.LogCheck;
import dev.interlude.faults.history.OperationCheck;
import dev.interlude.faults.history.Restore;
import dev.interlude.faults.history.Stored;
import dev.interlude.faults.history.Timer;
import dev.interlude.faults.history.WindowFold;
import dev.interlude.faults.load.OperationLog;
import dev.interlude.faults.rig.Logs;
import dev.interlude.faults.rig.Rig;
import dev.interlude.faults.rig.Topic;
import dev.interlude.faults.rig.WindowTables;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left after a fault, compared with what clients were answered: the planner's log, its
 * topic, the log of the service that heard it, the list of windows, the timers.
 */
final class Inspection {

    private final Rig rig;
    private final OperationLog operations;

    Inspection(Rig rig, OperationLog operations) {
        this.rig = rig;
        this.operations = operations;
    }

    /** Everything that was promised and is not so. The house must be quiet. */
    List<Finding> findings() {
        var planner = rig.tables("planner");
        var postmortem = rig.tables("postmortem");
        List<Stored> log = Logs.all(planner);
        List<Stored> own = log.stream().filter(row -> row.source().equals("planner")).toList();
        var findings = new ArrayList<>(LogCheck.of(log));
        findings.addAll(OperationCheck.of(operations.operations(), own));
        List<Copied> topic =
                Restore.live(
                        Topic.all(rig.bootstrap(), Rig.TOPIC), Logs.restores(planner, "planner"));
        findings.addAll(CopyCheck.atLeastOnce("the topic", own, topic));
        findings.addAll(LogCheck.of(Logs.all(postmortem)));
        findings.addAll(
                CopyCheck.exactlyOnce("the archive", own, Logs.heard(postmortem, "planner")));
        var windows = WindowFold.of(WindowTables.events(planner));
        findings.addAll(windows.compare(WindowTables.list(planner)));
        findings.addAll(Timer.check(windows.timers(WindowTables.now(planner).minusSeconds(2))));
        return findings;
    }
}
