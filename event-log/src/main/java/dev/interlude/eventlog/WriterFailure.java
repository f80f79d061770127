package dev.interlude.eventlog;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** What a failed round of the {@link Writer} means for those who wait. */
enum WriterFailure {
    /** The database refused it: nothing is stored, and one of them may be at fault. */
    ONE_MAY_BE_AT_FAULT,
    /** Nothing is stored, and nobody is at fault. */
    NOTHING_STORED,
    /** The connection was lost behind the commit's back. */
    OUTCOME_UNKNOWN;

    /** SQLSTATE classes: data, integrity, rollback (deadlock), limits. */
    private static final Set<String> OF_ONE = Set.of("22", "23", "40", "54");

    static WriterFailure of(Throwable failure, WriterRound round) {
        if (failure instanceof PgException refusal && !endsConnection(refusal.getSqlState())) {
            // the server has answered, so it has rolled back: a commit is then a rollback too
            return round.batch.size() > 1 && OF_ONE.contains(classOf(refusal.getSqlState()))
                    ? ONE_MAY_BE_AT_FAULT
                    : NOTHING_STORED;
        }
        return round.planned() ? OUTCOME_UNKNOWN : NOTHING_STORED;
    }

    /** Connection exceptions, and a server that shuts down or has crashed. */
    private static boolean endsConnection(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static String classOf(String state) {
        return state.substring(0, Math.min(2, state.length()));
    }
}
