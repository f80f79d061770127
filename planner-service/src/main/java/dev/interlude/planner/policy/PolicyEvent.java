package dev.interlude.planner.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the notice policy of a scope: a team, or {@code default}. */
public sealed interface PolicyEvent {

    String scope();

    /**
     * These terms hold from now on.
     *
     * @param version that windows are judged by, counted up in the scope
     * @param proposal the loosening that was confirmed by this; null when none had to be
     */
    record PolicyChanged(
            String scope, int version, Terms terms, String reason, @Nullable Integer proposal)
            implements PolicyEvent {}

    /**
     * Somebody wants to ask for less; nothing changes yet.
     *
     * @param basedOn the version that they had before them; 0 when the scope had none of its own
     * @param loosens in what it asks for less, in words
     */
    record PolicyLooseningProposed(
            String scope,
            int ordinal,
            int basedOn,
            Terms terms,
            List<String> loosens,
            String reason)
            implements PolicyEvent {}

    record PolicyLooseningRejected(String scope, int ordinal, @Nullable String reason)
            implements PolicyEvent {}
}
