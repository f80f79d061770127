package dev.interlude.planner.view.freezes;

import dev.interlude.eventlog.Db;
import dev.interlude.planner.freeze.Freeze.Declared;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All freezes, those lifted included: they are few. */
@ApplicationScoped
public class Freezes {

    private final Db db;

    Freezes(Db db) {
        this.db = db;
    }

    /** By title. */
    public Uni<List<Declared>> all() {
        return db.tx(session ->
                session.createQuery("from FreezeRow order by title, id", FreezeRow.class)
                        .getResultList()
                        .map(rows -> rows.stream().map(FreezeRow::freeze).toList()));
    }
}
