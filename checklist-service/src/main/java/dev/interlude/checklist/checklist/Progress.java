package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to a step. Instants are those of the world, not of the record. */
public sealed interface Progress {

    /**
     * Pending, ready or awaiting clearance: the rest of the checklist tells which.
     *
     * @param since when it was opened again by a retry or reopening; null when it never began
     */
    record NotBegun(@Nullable Instant since) implements Progress {}

    /**
     * Being worked on.
     *
     * @param toldAt when the start was told, which may be later
     */
    record Running(Actor startedBy, Instant startedAt, Instant toldAt) implements Progress {}

    record AwaitingConfirmation(Actor performer, Instant startedAt, Instant completedAt)
            implements Progress {}

    /**
     * Done.
     *
     * @param confirmer null when the step needs nobody
     * @param breakGlass number of the break-glass under which the performer confirmed alone
     */
    record Done(
            Actor performer,
            Instant startedAt,
            Instant completedAt,
            @Nullable Actor confirmer,
            Instant settledAt,
            @Nullable Integer breakGlass)
            implements Progress {}

    /**
     * Failed.
     *
     * @param startedAt when the failed attempt began
     */
    record Failed(Actor by, Instant startedAt, Instant failedAt, @Nullable String reason)
            implements Progress {}

    /** Left out, by agreement of two. */
    record Skipped(Actor requester, Actor confirmer, Instant settledAt, String reason)
            implements Progress {}

    /** It was begun, and all that undoes it is done. */
    record RolledBack(Instant at) implements Progress {}

    /** Done or left out: those who depend on it may go on. */
    default boolean settled() {
        return settledAt() != null;
    }

    /** When it was settled; null as long as it isn't. */
    default @Nullable Instant settledAt() {
        return switch (this) {
            case Done done -> done.settledAt();
            case Skipped skipped -> skipped.settledAt();
            case NotBegun _, Running _, AwaitingConfirmation _, Failed _, RolledBack _ -> null;
        };
    }
}
