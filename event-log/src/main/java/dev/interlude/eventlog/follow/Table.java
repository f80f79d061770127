package dev.interlude.eventlog.follow;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The table of a projection. Its columns are the members of a record, {@code startsAt} in column
 * {@code starts_at}: texts, numbers, booleans, instants, UUIDs, and {@code jsonb} for whatever
 * else. The key is one column of type text.
 *
 * @param <R> the record
 */
public final class Table<R> {

    private final String name;
    private final String key;
    private final Class<R> rows;
    private final boolean onlyAdded;
    private final List<Part<R>> parts;

    /**
     * A table whose rows belong to one row of the projection's, as the components of a window do.
     *
     * @param member the record's member that holds them, a list
     * @param table name of the table
     * @param key its key column, text
     * @param parent its column with the key of the row they belong to
     */
    record Part<R>(
            String member,
            String table,
            String key,
            String parent,
            List<String> columns,
            Function<R, ? extends List<?>> of) {}

    private Table(String name, String key, Class<R> rows, boolean onlyAdded, List<Part<R>> parts) {
        this.name = name;
        this.key = key;
        this.rows = rows;
        this.onlyAdded = onlyAdded;
        this.parts = List.copyOf(parts);
    }

    /** A table in schema {@code public}, and the record of its rows. */
    public static <R extends Record> Table<R> of(String name, String key, Class<R> rows) {
        return new Table<>(name, key, rows, false, List.of());
    }

    /**
     * A table in which each event makes at most one row and changes none, by a key of its own (the
     * position, of any type). Nothing is loaded; a row that is there already stays.
     */
    public static <R extends Record> Table<R> onlyAddedTo(String name, String key, Class<R> rows) {
        return new Table<>(name, key, rows, true, List.of());
    }

    /**
     * With rows of another table that belong to each row; when loaded, in the order of their keys.
     *
     * @param member the record's member that holds them, a list
     * @param part name of their table
     * @param partKey their key column, text
     * @param parent their column with the key of the row they belong to
     */
    public <P extends Record> Table<R> with(
            String member,
            Function<R, List<P>> of,
            String part,
            String partKey,
            String parent,
            Class<P> partRows) {
        var all = new ArrayList<>(parts);
        all.add(new Part<>(member, part, partKey, parent, columns(partRows), of));
        return new Table<>(name, key, rows, onlyAdded, all);
    }

    String name() {
        return name;
    }

    String key() {
        return key;
    }

    Class<R> rows() {
        return rows;
    }

    boolean isOnlyAddedTo() {
        return onlyAdded;
    }

    List<Part<R>> parts() {
        return parts;
    }

    /** Columns of the rows themselves, parts left out. */
    List<String> columns() {
        List<String> members = parts.stream().map(Part::member).toList();
        return columns(rows).stream().filter(column -> !members.contains(column)).toList();
    }

    private static List<String> columns(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .map(member -> member.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
    }
}
