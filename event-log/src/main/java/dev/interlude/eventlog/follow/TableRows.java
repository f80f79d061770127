package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.follow.Table.Part;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a projection in one schema, loaded and written many in a statement. */
final class TableRows<R> {

    private final Table<R> table;
    private final String schema;

    TableRows(Table<R> table, String schema) {
        this.table = table;
        this.schema = schema;
    }

    /** The rows of these keys, as far as there are any, with their parts. */
    Uni<Map<String, R>> load(SqlConnection connection, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(select() + " where t.%s = any($1)".formatted(table.key()))
                .execute(Tuple.of(keys.toArray(String[]::new)))
                .map(this::read);
    }

    /** All rows, for tables that are small. */
    Uni<Map<String, R>> load(SqlConnection connection) {
        return connection.query(select()).execute().map(this::read);
    }

    private String select() {
        return "select t.%s, (to_jsonb(t)%s)::text from %s.%s t"
                .formatted(
                        table.key(),
                        table.parts().stream().map(this::withPart).collect(Collectors.joining()),
                        schema,
                        table.name());
    }

    private Map<String, R> read(RowSet<Row> found) {
        Map<String, R> rows = new HashMap<>();
        for (Row row : found) {
            rows.put(row.getString(0), RowJson.read(row.getString(1), table.rows()));
        }
        return rows;
    }

    private String withPart(Part<R> part) {
        return (" || jsonb_build_object('%s', (select coalesce(jsonb_agg(to_jsonb(p) order by"
                        + " p.%s), '[]') from %s.%s p where p.%s = t.%s))")
                .formatted(
                        part.member(),
                        part.key(),
                        schema,
                        part.table(),
                        part.parent(),
                        table.key());
    }

    /** Writes what changed: rows before their parts, and the other way round when they go. */
    Uni<Void> write(SqlConnection connection, List<Change<R>> changes) {
        List<R> rows = changes.stream().map(Change::wanted).filter(Objects::nonNull).toList();
        String[] gone =
                changes.stream()
                        .filter(change -> change.wanted() == null)
                        .map(Change::key)
                        .toArray(String[]::new);
        Uni<Void> all = upsert(connection, rows);
        for (Part<R> part : table.parts()) {
            all = all.chain(() -> replace(connection, part, changes));
        }
        return all.chain(() -> delete(connection, table.name(), table.key(), gone));
    }

    private Uni<Void> upsert(SqlConnection connection, List<R> rows) {
        List<String> columns = table.columns();
        String others =
                columns.stream()
                        .filter(column -> !column.equals(table.key()))
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
        String twice =
                table.isOnlyAddedTo() || others.isEmpty() ? "nothing" : "update set " + others;
        return insert(
                connection,
                table.name(),
                columns,
                rows,
                " on conflict (" + table.key() + ") do " + twice);
    }

    private Uni<Void> replace(SqlConnection connection, Part<R> part, List<Change<R>> changes) {
        List<Change<R>> differ =
                changes.stream()
                        .filter(change ->
                                !of(part, change.stored()).equals(of(part, change.wanted())))
                        .toList();
        String[] had =
                differ.stream()
                        .filter(change -> !of(part, change.stored()).isEmpty())
                        .map(Change::key)
                        .toArray(String[]::new);
        List<Object> rows = new ArrayList<>();
        differ.forEach(change -> rows.addAll(of(part, change.wanted())));
        return delete(connection, part.table(), part.parent(), had)
                .chain(() -> insert(connection, part.table(), part.columns(), rows, ""));
    }

    private static <R> List<?> of(Part<R> part, @Nullable R row) {
        return row == null ? List.of() : part.of().apply(row);
    }

    private Uni<Void> insert(
            SqlConnection connection,
            String into,
            List<String> columns,
            List<?> rows,
            String conflict) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String names = String.join(", ", columns);
        return connection
                .preparedQuery(
                        "insert into %1$s.%2$s (%3$s) select %3$s from json_populate_recordset(null::%1$s.%2$s, $1::text::json)%4$s"
                                .formatted(schema, into, names, conflict))
                .execute(Tuple.of(RowJson.write(rows)))
                .replaceWithVoid();
    }

    private Uni<Void> delete(SqlConnection connection, String from, String key, String[] gone) {
        if (gone.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery("delete from %s.%s where %s = any($1)".formatted(schema, from, key))
                .execute(Tuple.of(gone))
                .replaceWithVoid();
    }
}
