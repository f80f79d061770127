package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Recorded;
import java.util.List;

/**
 * The outcome of an accepted command.
 *
 * @param state of the stream after it
 * @param events it appended (or would append, in a dry run), in order; may be empty
 * @param version sequence of the newest event made by a command: the ETag; 0 when there is none
 * @param sequence stream version after it
 * @param status HTTP status to answer with
 * @param dryRun true when nothing was stored
 */
public record Handled<E, S>(
        S state,
        List<Recorded<E>> events,
        long version,
        long sequence,
        int status,
        boolean dryRun) {}
