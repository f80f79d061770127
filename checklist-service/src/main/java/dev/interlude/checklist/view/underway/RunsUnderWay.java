package dev.interlude.checklist.view.underway;

import dev.interlude.eventlog.Db;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which windows are under way. */
@ApplicationScoped
public class RunsUnderWay {

    private final Db db;

    RunsUnderWay(Db db) {
        this.db = db;
    }

    /** Their ids, whoever began first, first. */
    public Uni<List<String>> ids() {
        return db.tx(session ->
                session.createNativeQuery(
                                "select window_id from run_under_way order by since, window_id",
                                String.class)
                        .getResultList());
    }
}
