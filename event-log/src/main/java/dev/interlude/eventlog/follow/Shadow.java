package dev.interlude.eventlog.follow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables in schema {@code rebuild} with the columns of a projection's own, in which its rows are
 * made anew. They are not logged: a crash of PostgreSQL empties them with the progress of their
 * rebuild.
 */
final class Shadow<R> {

    static final String SCHEMA = "rebuild";
    private static final String LIVE = "public";

    private final Table<R> table;

    /** A table to copy, with what is needed to know it. */
    private record Copied(String name, String key, List<String> columns) {}

    Shadow(Table<R> table) {
        this.table = table;
    }

    private List<Copied> tables() {
        var all = new ArrayList<Copied>();
        all.add(new Copied(table.name(), table.key(), table.columns()));
        table.parts()
                .forEach(part -> all.add(new Copied(part.table(), part.key(), part.columns())));
        return all;
    }

    /** Makes the tables, empty, whatever was there. */
    Uni<Void> create(SqlConnection connection) {
        Uni<Void> all = drop(connection);
        for (Copied copied : tables()) {
            all =
                    all.chain(() ->
                            run(
                                    connection,
                                    "create unlogged table %s.%s (like %s.%s including defaults including generated, primary key (%s))"
                                            .formatted(
                                                    SCHEMA,
                                                    copied.name(),
                                                    LIVE,
                                                    copied.name(),
                                                    copied.key())));
        }
        for (Table.Part<R> part : table.parts()) {
            all =
                    all.chain(() ->
                            run(
                                    connection,
                                    "create index on %s.%s (%s)"
                                            .formatted(SCHEMA, part.table(), part.parent())));
        }
        return all;
    }

    Uni<Void> drop(SqlConnection connection) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Copied copied : tables()) {
            all =
                    all.chain(() ->
                            run(
                                    connection,
                                    "drop table if exists %s.%s".formatted(SCHEMA, copied.name())));
        }
        return all;
    }

    /**
     * Makes the live tables equal to these. Only rows that differ are touched; readers see the old
     * rows until the transaction commits, and then the new ones.
     */
    Uni<Void> swap(SqlConnection connection) {
        Uni<Void> all =
                run(connection, "set local statement_timeout = 0")
                        .chain(() -> run(connection, "set local transaction_timeout = 0"));
        for (Copied copied : tables()) {
            all =
                    all.chain(() -> run(connection, "analyze " + SCHEMA + "." + copied.name()))
                            .chain(() -> run(connection, merge(copied)));
        }
        for (Copied copied : tables().reversed()) {
            all = all.chain(() -> run(connection, deleteOthers(copied)));
        }
        return all;
    }

    private static String merge(Copied copied) {
        String columns = String.join(", ", copied.columns());
        String changed =
                copied.columns().stream()
                        .filter(column -> !column.equals(copied.key()))
                        .map(column -> column + " = made." + column)
                        .collect(Collectors.joining(", "));
        String update =
                changed.isEmpty()
                        ? ""
                        : " when matched and (%s) is distinct from (%s) then update set %s"
                                .formatted(
                                        prefixed("live", copied),
                                        prefixed("made", copied),
                                        changed);
        return "merge into %s.%s live using %s.%s made on live.%s = made.%s%s when not matched then insert (%s) values (%s)"
                .formatted(
                        LIVE,
                        copied.name(),
                        SCHEMA,
                        copied.name(),
                        copied.key(),
                        copied.key(),
                        update,
                        columns,
                        prefixed("made", copied));
    }

    private static String prefixed(String with, Copied copied) {
        return copied.columns().stream()
                .map(column -> with + "." + column)
                .collect(Collectors.joining(", "));
    }

    private static String deleteOthers(Copied copied) {
        return "delete from %s.%s live where not exists (select from %s.%s made where made.%s = live.%s)"
                .formatted(LIVE, copied.name(), SCHEMA, copied.name(), copied.key(), copied.key());
    }

    private static Uni<Void> run(SqlConnection connection, String sql) {
        return connection.query(sql).execute().replaceWithVoid();
    }
}
