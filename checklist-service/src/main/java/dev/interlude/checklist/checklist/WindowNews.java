package dev.interlude.checklist.checklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the planner said about the window, as far as a checklist cares. */
public sealed interface WindowNews {

    record Planned(Instant start, Instant end, String team) implements WindowNews {}

    record CrewNamed(String driver, String buddy, @Nullable String liaison) implements WindowNews {}

    record CrewAgreed(String person) implements WindowNews {}

    record CrewLeft(String person) implements WindowNews {}

    record Announced(Instant start, Instant end) implements WindowNews {}

    record Started() implements WindowNews {}

    record EndMoved(Instant newEnd) implements WindowNews {}

    record VerificationBegan() implements WindowNews {}

    record CarryOutResumed() implements WindowNews {}

    record Completed() implements WindowNews {}

    record Cancelled() implements WindowNews {}
}
