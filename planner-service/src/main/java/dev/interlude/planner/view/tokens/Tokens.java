package dev.interlude.planner.view.tokens;

import dev.interlude.eventlog.Db;
import dev.interlude.eventlog.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** Finds tokens. */
@ApplicationScoped
public class Tokens {

    private static final int MOST = 1_000;

    private final Db db;
    private final Log log;

    Tokens(Db db, Log log) {
        this.db = db;
        this.log = log;
    }

    /** The id of the calendar token with that hash; null when there is none. */
    public Uni<@Nullable String> idOf(String sha256) {
        return db.tx(session ->
                session.createQuery("select id from TokenRow where sha256 = :sha256", String.class)
                        .setParameter("sha256", sha256)
                        .getSingleResultOrNull());
    }

    /**
     * Those of a person or machine, of everybody when there is none; the newest first, a thousand
     * at most.
     */
    public Uni<List<TokenView>> of(@Nullable String holder) {
        return log.now()
                .chain(now ->
                        db.tx(session ->
                                rows(session, TokenRow.class, "person", holder)
                                        .chain(calendars ->
                                                rows(session, ApiTokenRow.class, "holder", holder)
                                                        .map(apis ->
                                                                together(calendars, apis, now)))));
    }

    /**
     * By what they are sorted, the newest first. Of one that was made elsewhere the last that is
     * known is when it was taken back.
     */
    public static String order(TokenView token) {
        Instant at = token.issuedAt() == null ? token.revokedAt() : token.issuedAt();
        long millis = at == null ? 0 : at.toEpochMilli();
        return String.format(Locale.ROOT, "%020d %s", Long.MAX_VALUE - millis, token.id());
    }

    private static List<TokenView> together(
            List<TokenRow> calendars, List<ApiTokenRow> apis, Instant now) {
        return Stream.concat(
                        calendars.stream().map(row -> TokenView.of(row, now)),
                        apis.stream().map(row -> TokenView.of(row, now)))
                .sorted(Comparator.comparing(Tokens::order))
                .limit(MOST)
                .toList();
    }

    private static <R> Uni<List<R>> rows(
            Session session, Class<R> row, String column, @Nullable String holder) {
        var query =
                session.createQuery(
                                "from "
                                        + row.getSimpleName()
                                        + (holder == null ? "" : " where " + column + " = :holder")
                                        + " order by issuedAt desc, id",
                                row)
                        .setMaxResults(MOST);
        if (holder != null) {
            query.setParameter("holder", holder);
        }
        return query.getResultList();
    }
}
