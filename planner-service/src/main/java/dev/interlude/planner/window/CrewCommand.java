package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Roles that are to change hands. */
public sealed interface CrewCommand extends WindowCommand.AmongPeople {

    /** {@code at}: from when it may be taken; null for now. */
    record OfferHandOver(Act act, CrewRole role, String to, @Nullable Instant at)
            implements CrewCommand {}

    record AcceptHandOver(Act act, int ordinal) implements CrewCommand {}

    record DeclineHandOver(Act act, int ordinal, @Nullable String reason) implements CrewCommand {}

    /** {@code gapSince}: since when the holder does not answer; null for now. */
    record TakeOver(Act act, CrewRole role, @Nullable Instant gapSince, String reason)
            implements CrewCommand {}
}
