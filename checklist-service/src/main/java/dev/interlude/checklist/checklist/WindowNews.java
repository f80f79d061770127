package dev.interlude.checklist.checklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the planner said about the window, as far as a checklist cares. */
public sealed interface WindowNews {

    /**
     * The window was planned.
     *
     * @param kind as the planner says it; null when it says nothing
     */
    record Planned(Instant start, Instant end, String team, @Nullable String kind)
            implements WindowNews {

        /** A window of no special kind. */
        public Planned(Instant start, Instant end, String team) {
            this(start, end, team, null);
        }
    }

    record CrewNamed(String driver, String buddy, @Nullable String liaison, List<Expert> experts)
            implements WindowNews {
        public CrewNamed {
            experts = List.copyOf(experts);
        }

        /** Without experts. */
        public CrewNamed(String driver, String buddy, @Nullable String liaison) {
            this(driver, buddy, liaison, List.of());
        }
    }

    record CrewAgreed(String person) implements WindowNews {}

    record CrewLeft(String person) implements WindowNews {}

    /**
     * A role went from one person to another, handed over or taken over.
     *
     * @param role DRIVER, BUDDY or LIAISON
     * @param from null when nobody held it
     */
    record RolePassed(String role, @Nullable String from, String to) implements WindowNews {}

    record Announced(Instant start, Instant end) implements WindowNews {}

    record Moved(Instant start, Instant end) implements WindowNews {}

    record Started() implements WindowNews {}

    record EndMoved(Instant newEnd) implements WindowNews {}

    record Held(int ordinal) implements WindowNews {}

    record Released(int ordinal) implements WindowNews {}

    /**
     * One person acts alone.
     *
     * @param confirmsSteps whether they may confirm steps that they did themselves
     */
    record GlassBroken(int ordinal, String by, boolean confirmsSteps) implements WindowNews {}

    record RollbackBegan() implements WindowNews {}

    record VerificationBegan() implements WindowNews {}

    record CarryOutResumed() implements WindowNews {}

    record Completed() implements WindowNews {}

    record Cancelled() implements WindowNews {}
}
