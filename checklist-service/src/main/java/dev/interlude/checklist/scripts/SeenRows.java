package dev.interlude.checklist.scripts;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interlude.eventlog.Db;
import dev.interlude.eventlog.LogJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When runners were seen last, by the wall clock. */
@ApplicationScoped
class SeenRows {

    private final Db db;

    SeenRows(Db db) {
        this.db = db;
    }

    Uni<Void> seen(String runner, String version, List<String> scripts, boolean probes) {
        return db.tx(session ->
                session.createNativeQuery(
                                "insert into runner_seen (runner_id, at, version, scripts, probes)"
                                        + " values (:runner, clock_timestamp(), :version,"
                                        + " :scripts, :probes) on conflict (runner_id)"
                                        + " do update set at = excluded.at, version ="
                                        + " excluded.version, scripts = excluded.scripts, probes ="
                                        + " excluded.probes")
                        .setParameter("runner", runner)
                        .setParameter("version", version)
                        .setParameter(
                                "scripts",
                                new String(LogJson.write(scripts), StandardCharsets.UTF_8))
                        .setParameter("probes", probes)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** All, by the runner's id. */
    Uni<Map<String, SeenRow>> all() {
        return db.tx(session ->
                session.createNativeQuery(
                                "select runner_id, cast(extract(epoch from at) * 1000 as bigint),"
                                        + " version, scripts, probes from runner_seen",
                                Object[].class)
                        .getResultList()
                        .map(SeenRows::rows));
    }

    private static Map<String, SeenRow> rows(List<Object[]> found) {
        Map<String, SeenRow> rows = new HashMap<>();
        for (Object[] row : found) {
            rows.put(
                    (String) row[0],
                    new SeenRow(
                            Instant.ofEpochMilli(((Number) row[1]).longValue()),
                            (String) row[2],
                            names((String) row[3]),
                            (Boolean) row[4]));
        }
        return rows;
    }

    private static List<String> names(String json) {
        try {
            return LogJson.mapper().readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("a row of runner_seen", e);
        }
    }
}
