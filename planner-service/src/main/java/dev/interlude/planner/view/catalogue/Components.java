package dev.interlude.planner.view.catalogue;

import dev.interlude.eventlog.Db;
import dev.interlude.planner.component.Component.Listed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The whole catalogue, without loads. */
@ApplicationScoped
public class Components {

    private final Db db;

    Components(Db db) {
        this.db = db;
    }

    /** By slug. */
    public Uni<List<Listed>> all() {
        return db.tx(session ->
                session.createQuery("from ComponentRow order by id", ComponentRow.class)
                        .getResultList()
                        .map(rows -> rows.stream().map(ComponentRow::component).toList()));
    }
}
