package dev.interlude.checklist.view.run;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interlude.eventlog.Db;
import dev.interlude.eventlog.LogJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of earlier runs of a template. */
@ApplicationScoped
public class TemplateRuns {

    private static final int MOST = 20;

    private final Db db;

    TemplateRuns(Db db) {
        this.db = db;
    }

    /**
     * Earlier runs, the latest first.
     *
     * @param lastRun id of the window that was run last; null when there was none
     * @param version which it was run from; null as above
     * @param earlier how long each step took, the latest run first
     */
    public record History(
            @Nullable String lastRun,
            @Nullable Integer version,
            Map<String, List<Duration>> earlier) {}

    /** The latest runs in which anything was begun; rehearsals are none. */
    public Uni<History> of(String templateId) {
        return db.tx(session ->
                session.createNativeQuery(
                                "select window_id, version, cast(steps as text) from template_run"
                                        + " where template_id = :template and begun and not"
                                        + " rehearsal order by drafted_at desc limit "
                                        + MOST,
                                Object[].class)
                        .setParameter("template", templateId)
                        .getResultList()
                        .map(TemplateRuns::history));
    }

    private static History history(List<Object[]> rows) {
        Map<String, List<Duration>> earlier = new LinkedHashMap<>();
        for (Object[] row : rows) {
            steps((String) row[2])
                    .forEach((id, turn) -> {
                        Object seconds = turn.get("seconds");
                        if (seconds instanceof Number took) {
                            earlier.computeIfAbsent(id, _ -> new ArrayList<>())
                                    .add(Duration.ofSeconds(took.longValue()));
                        }
                    });
        }
        Object[] last = rows.isEmpty() ? null : rows.getFirst();
        return new History(
                last == null ? null : (String) last[0],
                last == null ? null : ((Number) last[1]).intValue(),
                earlier);
    }

    private static Map<String, Map<String, Object>> steps(String json) {
        try {
            return LogJson.mapper().readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("a row of template_run", e);
        }
    }
}
