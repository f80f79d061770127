package dev.interlude.checklist.view.template;

import dev.interlude.eventlog.Db;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The templates, by slug, a page at a time. */
@ApplicationScoped
public class TemplateList {

    private final Db db;

    TemplateList(Db db) {
        this.db = db;
    }

    /**
     * A template in the list.
     *
     * @param version the newest
     * @param steps how many it has
     * @param openProposals that wait for a planner
     */
    public record Listed(
            String id,
            String title,
            @Nullable String team,
            int version,
            int steps,
            int openProposals) {}

    /** A page; {@code next} is the cursor of the one that follows, absent on the last. */
    public record Page(List<Listed> items, @Nullable String next) {}

    /**
     * The templates behind a slug, at most so many.
     *
     * @param team its own and those of no team; all of them when it is empty
     */
    public Uni<Page> after(String slug, String team, int limit) {
        return db.tx(session ->
                session.createNativeQuery(
                                "select id, title, team, version, steps, open from template_row"
                                        + " where id > :after and (cast(:team as text) = '' or team is null or"
                                        + " team = :team) order by id limit "
                                        + (limit + 1),
                                Object[].class)
                        .setParameter("after", slug)
                        .setParameter("team", team)
                        .getResultList()
                        .map(rows -> page(rows, limit)));
    }

    private static Page page(List<Object[]> rows, int limit) {
        List<Listed> items = rows.stream().limit(limit).map(TemplateList::listed).toList();
        return new Page(items, rows.size() > limit ? items.getLast().id() : null);
    }

    private static Listed listed(Object[] row) {
        return new Listed(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).intValue(),
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue());
    }
}
