package dev.interlude.faults.load;

import dev.interlude.faults.rig.Http;
import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Rig;
import dev.interlude.faults.rig.WindowTables;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Windows whose reminders come due soon, and the clock that makes them so. */
public final class Reminded {

    private static final Duration AHEAD = Duration.ofMinutes(100);
    private static final Duration STEP = Duration.ofMinutes(7);
    private static final Patience PATIENCE = Patience.ofSeconds(60);

    private final Rig rig;
    private final Random random;
    private Instant now;

    public Reminded(Rig rig, Random random) {
        this.rig = rig;
        this.random = random;
        this.now = WindowTables.now(rig.tables("planner")).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Plans and announces windows that start soon, with a reminder an hour before. */
    public void plan(int windows) {
        // recorded nowhere: what is expected of these is in the events themselves
        var log = new OperationLog();
        Client client =
                new Client(
                        1_000 + random.nextInt(1_000_000),
                        rig.token("writer-0", Load.ROLES),
                        List.of(rig.leader().address()),
                        List.of(),
                        log,
                        random,
                        () -> false,
                        () -> false);
        for (int i = 0; i < windows; i++) {
            client.plan(now.plus(AHEAD).plusSeconds(i), List.of("PT1H"));
            client.announceAll();
        }
    }

    /** Moves the planner's clock a step, at any replica that answers, and fires what came due. */
    public void stepClock() {
        now = now.plus(STEP);
        PATIENCE.until("the clock is at " + now, this::moved);
    }

    private boolean moved() {
        URI replica = rig.planners().get(random.nextInt(rig.planners().size())).address();
        var headers = Map.of("Authorization", "Bearer " + rig.token("root", "admin"));
        try {
            var answer =
                    Http.command(
                            replica.resolve("/api/v1/clock"),
                            "POST",
                            "{\"to\":\"" + now + "\"}",
                            headers,
                            Duration.ofSeconds(10));
            // 422: an attempt whose answer was lost had moved it already
            return answer.statusCode() == 200 || answer.statusCode() == 422;
        } catch (IOException e) {
            return false;
        }
    }
}
