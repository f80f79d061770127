package dev.interlude.planner.freeze;

import dev.interlude.eventlog.decider.Act;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked of a freeze. */
public sealed interface FreezeCommand {

    Act act();

    /** {@code known} are those of the named components that exist. */
    record DeclareFreeze(Act act, String freezeId, FreezeTerms terms, Set<String> known)
            implements FreezeCommand {}

    record ReviseFreeze(Act act, FreezeTerms terms, Set<String> known) implements FreezeCommand {}

    /** Declares it or revises it, whichever leads to these terms. */
    record ImportFreeze(Act act, String freezeId, FreezeTerms terms, Set<String> known)
            implements FreezeCommand {}

    record LiftFreeze(Act act, @Nullable String reason) implements FreezeCommand {}
}
