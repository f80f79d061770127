package dev.interlude.planner.view.tokens;

import dev.interlude.eventlog.Db;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds calendar tokens. */
@ApplicationScoped
public class Tokens {

    private static final int MOST = 1_000;

    private final Db db;

    Tokens(Db db) {
        this.db = db;
    }

    /** The id of the token with that hash; null when there is none. */
    public Uni<@Nullable String> idOf(String sha256) {
        return db.tx(session ->
                session.createQuery("select id from TokenRow where sha256 = :sha256", String.class)
                        .setParameter("sha256", sha256)
                        .getSingleResultOrNull());
    }

    /** Those of a person, of everybody when there is none; the newest first, a thousand at most. */
    public Uni<List<TokenView>> of(@Nullable String person) {
        return db.tx(session -> {
            var query =
                    session.createQuery(
                                    "from TokenRow"
                                            + (person == null ? "" : " where person = :person")
                                            + " order by issuedAt desc, id",
                                    TokenRow.class)
                            .setMaxResults(MOST);
            if (person != null) {
                query.setParameter("person", person);
            }
            return query.getResultList().map(rows -> rows.stream().map(TokenView::of).toList());
        });
    }
}
