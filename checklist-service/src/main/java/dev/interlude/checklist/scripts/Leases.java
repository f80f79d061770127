package dev.interlude.checklist.scripts;

import dev.interlude.eventlog.Db;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has a run, and when they were heard of it last, by the wall clock. */
@ApplicationScoped
class Leases {

    private final Db db;

    Leases(Db db) {
        this.db = db;
    }

    /** Begins a lease; one that has begun goes on. */
    Uni<Void> begin(String run, String window, String runner) {
        return db.tx(session ->
                session.createNativeQuery(
                                "insert into script_lease (run_id, window_id, runner_id, heard_at)"
                                        + " values (:run, :window, :runner, clock_timestamp()) on"
                                        + " conflict do nothing")
                        .setParameter("run", run)
                        .setParameter("window", window)
                        .setParameter("runner", runner)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** A sign of life; answers the window's id, null when the runner has no such run. */
    Uni<@Nullable String> heard(String run, String runner) {
        return db.tx(session ->
                session.createNativeQuery(
                                "update script_lease set heard_at = clock_timestamp() where run_id ="
                                        + " :run and runner_id = :runner")
                        .setParameter("run", run)
                        .setParameter("runner", runner)
                        .executeUpdate()
                        .chain(() ->
                                session.createNativeQuery(
                                                "select window_id from script_lease where run_id ="
                                                        + " :run and runner_id = :runner",
                                                String.class)
                                        .setParameter("run", run)
                                        .setParameter("runner", runner)
                                        .getSingleResultOrNull()));
    }

    /** How long nothing has been heard, by run; those without a lease are left out. */
    Uni<Map<String, Duration>> silence(Collection<String> runs) {
        return db.tx(session ->
                session.createNativeQuery(
                                "select run_id, cast(extract(epoch from clock_timestamp() -"
                                        + " heard_at) * 1000 as bigint) from script_lease where run_id"
                                        + " in (:runs)",
                                Object[].class)
                        .setParameter("runs", runs)
                        .getResultList()
                        .map(Leases::durations));
    }

    private static Map<String, Duration> durations(List<Object[]> rows) {
        Map<String, Duration> silence = new HashMap<>();
        for (Object[] row : rows) {
            silence.put((String) row[0], Duration.ofMillis(((Number) row[1]).longValue()));
        }
        return silence;
    }
}
