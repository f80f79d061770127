package dev.interlude.faults;

import dev.interlude.faults.history.Finding;
import dev.interlude.faults.history.LogCheck;
import dev.interlude.faults.history.Stored;
import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Reader;
import dev.interlude.faults.rig.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * The control: a log whose positions come from a sequence, before the commit and without a lock. A
 * reader of it must be caught losing events, by the same check and while its writers do nothing
 * wrong: a check that finds nothing here would find nothing anywhere.
 */
final class NaiveLog {

    private static final int WRITERS = 8;
    private static final int AT_MOST = 3_000;
    private static final Patience PATIENCE = Patience.ofSeconds(20);

    private final Tables tables;
    private final AtomicBoolean ended = new AtomicBoolean();

    NaiveLog(Tables tables) {
        this.tables = tables;
    }

    /** What the check has to say of its reader, after enough events for it to lose some. */
    List<Finding> readerIsCaught() {
        tables.execute("create schema if not exists faults");
        tables.execute("drop table if exists faults.naive");
        tables.execute(
                "create table faults.naive (position bigserial primary key, writer int not null,"
                        + " sequence int not null)");
        try (var reader = Reader.of(tables, "faults.naive");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers =
                    IntStream.range(0, WRITERS)
                            .mapToObj(w -> CompletableFuture.runAsync(() -> write(w), threads))
                            .toList();
            PATIENCE.comes(() -> lost(reader) || rows().size() >= AT_MOST);
            ended.set(true);
            writers.forEach(CompletableFuture::join);
            List<Stored> log = rows();
            PATIENCE.until(
                    "the reader is through", () -> reader.last() >= log.getLast().position());
            return LogCheck.ofReader(log, reader.followed());
        }
    }

    private boolean lost(Reader reader) {
        List<Long> followed = reader.followed();
        long last = followed.isEmpty() ? 0 : followed.getLast();
        // what lies before the reader's position and was not seen will never be
        List<Stored> before = rows().stream().filter(row -> row.position() <= last).toList();
        return LogCheck.ofReader(before, followed).stream()
                .anyMatch(finding -> finding.kind() == Finding.Kind.LOST);
    }

    private void write(int writer) {
        try (Connection connection = tables.connect()) {
            connection.setAutoCommit(false);
            for (int sequence = 1; !ended.get(); sequence++) {
                try (var insert =
                        connection.prepareStatement(
                                "insert into faults.naive (writer, sequence) values (?, ?)")) {
                    insert.setInt(1, writer);
                    insert.setInt(2, sequence);
                    insert.execute();
                }
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the naive log could not be written", e);
        }
    }

    private List<Stored> rows() {
        return tables.read(
                "select position, writer, sequence from faults.naive order by position",
                row ->
                        new Stored(
                                row.getLong(1),
                                "naive",
                                "writer-" + row.getInt(2),
                                row.getLong(3),
                                new UUID(row.getInt(2), row.getLong(3)),
                                "",
                                null));
    }
}
