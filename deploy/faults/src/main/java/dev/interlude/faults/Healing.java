package dev.interlude.faults;

import dev.interlude.faults.history.Finding;
import dev.interlude.faults.rig.Logs;
import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Replica;
import dev.interlude.faults.rig.Rig;
import dev.interlude.faults.rig.Session;
import dev.interlude.faults.rig.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Waits until a house that was hurt is itself again: all say that they are well, everything stored
 * is published, heard and shown, no transaction is left open and no connection too many.
 */
final class Healing {

    private static final String PLANNER = "planner";
    private static final Patience PATIENCE = Patience.ofSeconds(60);

    /** What two pools of a replica may hold, and a few that have just been left. */
    private static final int SESSIONS_EACH = 20;

    private final Rig rig;
    private final List<Finding> findings = new ArrayList<>();

    private Healing(Rig rig) {
        this.rig = rig;
    }

    /** What did not come back by itself within a minute. */
    static List<Finding> of(Rig rig) {
        var healing = new Healing(rig);
        healing.await();
        return healing.findings;
    }

    private void await() {
        for (Replica replica : rig.replicas()) {
            soon(replica.name() + " is ready", replica::isReady);
            if (!PATIENCE.comes(replica::isWell)) {
                findings.add(
                        Finding.stuck(
                                replica.name()
                                        + " is not well after a minute: "
                                        + replica.text("/q/health/well").replaceAll("\\s+", " ")));
            }
        }
        Tables planner = rig.tables("planner");
        Tables postmortem = rig.tables("postmortem");
        soon("everything is published", () -> behind(planner, "select position from relay") <= 0);
        soon(
                "restores are heard of",
                () -> Logs.restores(planner, PLANNER).equals(Logs.restores(postmortem, PLANNER)));
        soon("everything is heard", () -> unheard(planner, postmortem) == 0);
        soon("nothing is overdue", () -> overdue(planner) == 0);
        soon("the planner's views are current", () -> consumersBehind(planner) <= 0);
        soon("the archive's views are current", () -> consumersBehind(postmortem) <= 0);
        soon("no transaction is left open", () -> open(planner) == 0);
        soon("connections are back to normal", () -> sessions(planner) <= most());
    }

    private void soon(String what, BooleanSupplier isTrue) {
        if (!PATIENCE.comes(() -> unlessUnavailable(isTrue))) {
            findings.add(Finding.stuck("not within a minute: " + what));
        }
    }

    private static boolean unlessUnavailable(BooleanSupplier isTrue) {
        try {
            return isTrue.getAsBoolean();
        } catch (Tables.Unavailable e) {
            return false;
        }
    }

    private static long behind(Tables tables, String position) {
        return tables.number("select coalesce(max(position), 0) - (" + position + ") from log");
    }

    private static long consumersBehind(Tables tables) {
        return behind(tables, "select coalesce(min(position), 0) from consumer");
    }

    private static long unheard(Tables planner, Tables postmortem) {
        return Logs.live(planner, PLANNER) - Logs.live(postmortem, PLANNER);
    }

    private static long overdue(Tables tables) {
        return tables.number("select count(*) from due where due_at < interlude_now()");
    }

    private static long open(Tables tables) {
        return Session.all(tables).stream().filter(session -> session.openSeconds() > 5).count();
    }

    private static long sessions(Tables tables) {
        return Session.all(tables).stream().filter(Session::servesClients).count();
    }

    private long most() {
        return (long) rig.replicas().size() * SESSIONS_EACH;
    }
}
