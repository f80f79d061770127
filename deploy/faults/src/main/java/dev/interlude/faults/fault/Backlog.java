package dev.interlude.faults.fault;

import dev.interlude.faults.rig.BulkWriter;
import dev.interlude.faults.rig.Logs;
import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Tables;
import java.time.Duration;
import java.util.Locale;

/** The broker is away until very many events wait; commands go on, then all of it drains. */
final class Backlog implements Fault {

    private static final int STREAMS = 250;
    private static final int EVENTS_EACH = 420;
    private static final int COMMANDS = 500;
    private static final Patience DRAIN = Patience.ofSeconds(600);

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public String strike(Site site) {
        Tables planner = site.rig().tables("planner");
        site.awaitAcknowledged(COMMANDS);
        Duration before = site.operations().p99(COMMANDS);
        site.rig().killBroker();
        new BulkWriter(planner).append(STREAMS, EVENTS_EACH);
        site.awaitAcknowledged(COMMANDS);
        Duration meanwhile = site.operations().p99(COMMANDS);
        long waiting = waiting(planner);
        long since = System.nanoTime();
        site.rig().startBroker();
        DRAIN.until("the backlog is published", () -> waiting(planner) < COMMANDS);
        double published = (System.nanoTime() - since) / 1e9;
        Tables postmortem = site.rig().tables("postmortem");
        DRAIN.until("the backlog is heard", () -> unheard(planner, postmortem) < COMMANDS);
        double heard = (System.nanoTime() - since) / 1e9;
        return String.format(
                Locale.ROOT,
                "%d waited, published in %.1f s, heard in %.1f s; p99 %d ms before, %d ms meanwhile",
                waiting,
                published,
                heard,
                before.toMillis(),
                meanwhile.toMillis());
    }

    private static long waiting(Tables planner) {
        return planner.number(
                "select count(*) from log where source = 'planner' and position > (select position"
                        + " from relay)");
    }

    private static long unheard(Tables planner, Tables postmortem) {
        return Logs.live(planner, "planner") - Logs.live(postmortem, "planner");
    }
}
