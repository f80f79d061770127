package dev.interlude.checklist.scripts;

import dev.interlude.eventlog.Db;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What scripts wrote: the first 64 kB, and the last of a longer one. */
@ApplicationScoped
public class Outputs {

    static final int MOST = 64 * 1024;

    private final Db db;

    Outputs(Db db) {
        this.db = db;
    }

    /**
     * Output as it is kept.
     *
     * @param tail the last of an output that is longer; null when nothing is left out
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Output(byte[] kept, byte @Nullable [] tail) {}

    /**
     * Adds a piece at its place; one that is there already changes nothing.
     *
     * @return how much is kept now: less than where the piece ends when one before it is missing
     */
    Uni<Integer> append(String run, int offset, byte[] piece) {
        return db.tx(session ->
                session.createNativeQuery(
                                "insert into script_output (run_id, kept) values (:run, '') on"
                                        + " conflict do nothing")
                        .setParameter("run", run)
                        .executeUpdate()
                        .chain(() ->
                                session.createNativeQuery(
                                                "update script_output set kept = kept || :piece where"
                                                        + " run_id = :run and length(kept) = :offset")
                                        .setParameter("run", run)
                                        .setParameter("piece", piece)
                                        .setParameter("offset", offset)
                                        .executeUpdate())
                        .chain(() ->
                                session.createNativeQuery(
                                                "select length(kept) from script_output where run_id"
                                                        + " = :run",
                                                Integer.class)
                                        .setParameter("run", run)
                                        .getSingleResult()));
    }

    /** The last of an output that is longer than what is kept. */
    Uni<Void> end(String run, byte[] tail) {
        return db.tx(session ->
                session.createNativeQuery(
                                "insert into script_output (run_id, kept, tail) values (:run, '',"
                                        + " :tail) on conflict (run_id) do update set tail ="
                                        + " excluded.tail where script_output.tail is null")
                        .setParameter("run", run)
                        .setParameter("tail", tail)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** What is kept of a run; empty when it wrote nothing. */
    public Uni<Output> of(String run) {
        return db.tx(session ->
                session.createNativeQuery(
                                "select kept, tail from script_output where run_id = :run",
                                Object[].class)
                        .setParameter("run", run)
                        .getResultList()
                        .map(Outputs::output));
    }

    private static Output output(List<Object[]> rows) {
        return rows.isEmpty()
                ? new Output(new byte[0], null)
                : new Output((byte[]) rows.getFirst()[0], (byte[]) rows.getFirst()[1]);
    }
}
