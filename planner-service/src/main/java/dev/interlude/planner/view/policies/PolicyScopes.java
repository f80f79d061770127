package dev.interlude.planner.view.policies;

import dev.interlude.eventlog.Db;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The scopes that a policy was ever asked for. */
@ApplicationScoped
public class PolicyScopes {

    private final Db db;

    PolicyScopes(Db db) {
        this.db = db;
    }

    /** By name. */
    public Uni<List<String>> all() {
        return db.tx(session ->
                session.createQuery("from PolicyRow order by id", PolicyRow.class)
                        .getResultList()
                        .map(rows -> rows.stream().map(row -> row.id).toList()));
    }
}
