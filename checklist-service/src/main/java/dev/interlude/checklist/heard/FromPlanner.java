package dev.interlude.checklist.heard;

import dev.interlude.checklist.checklist.Expert;
import dev.interlude.checklist.checklist.WindowNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the planner says of a window. Instants are UTC, persons opaque ids. */
public sealed interface FromPlanner {

    /** Id of the window, which is also that of its checklist. */
    String windowId();

    /** The same in the checklist's own words. */
    WindowNews news();

    record WindowPlanned(
            String windowId, Instant start, Instant end, String team, @Nullable String kind)
            implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.Planned(start, end, team, kind);
        }
    }

    /** Somebody who has a role, in lower case a lane, for a part of the window. */
    record ShiftNamed(String role, String person, @Nullable Instant from, @Nullable Instant to) {}

    /**
     * The crew was named.
     *
     * @param experts null for none
     * @param shifts null for none
     */
    record CrewAssigned(
            String windowId,
            String driver,
            String buddy,
            @Nullable String liaison,
            @Nullable List<Expert> experts,
            @Nullable List<ShiftNamed> shifts)
            implements FromPlanner {
        @Override
        public WindowNews news() {
            List<Expert> others = new ArrayList<>(experts == null ? List.of() : experts);
            if (shifts != null) {
                shifts.forEach(shift ->
                        others.add(
                                new Expert(
                                        shift.role().toLowerCase(Locale.ROOT),
                                        shift.person(),
                                        shift.from(),
                                        shift.to())));
            }
            return new WindowNews.CrewNamed(driver, buddy, liaison, others);
        }
    }

    record CrewHandedOver(String windowId, String role, @Nullable String from, String to)
            implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.RolePassed(role, from, to);
        }
    }

    record RoleTakenOver(String windowId, String role, @Nullable String from, String to)
            implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.RolePassed(role, from, to);
        }
    }

    record HoldCalled(String windowId, int ordinal) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.Held(ordinal);
        }
    }

    record HoldReleased(String windowId, int ordinal) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.Released(ordinal);
        }
    }

    /**
     * One person acts alone.
     *
     * @param confirmations what they may do without the second; null for nothing
     */
    record GlassBroken(
            String windowId, int ordinal, String by, @Nullable List<String> confirmations)
            implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.GlassBroken(
                    ordinal,
                    by,
                    confirmations != null && confirmations.contains("step-confirmation"));
        }
    }

    record WindowMoved(String windowId, Instant start, Instant end) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.Moved(start, end);
        }
    }

    record RollbackBegan(String windowId) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.RollbackBegan();
        }
    }

    record CrewAccepted(String windowId, String person) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.CrewAgreed(person);
        }
    }

    record CrewDeclined(String windowId, String person) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.CrewLeft(person);
        }
    }

    record WindowAnnounced(String windowId, Instant start, Instant end) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.Announced(start, end);
        }
    }

    record WindowStarted(String windowId) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.Started();
        }
    }

    record WindowExtended(String windowId, Instant newEnd) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.EndMoved(newEnd);
        }
    }

    record VerificationBegan(String windowId) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.VerificationBegan();
        }
    }

    record CarryOutResumed(String windowId) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.CarryOutResumed();
        }
    }

    record WindowCompleted(String windowId) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.Completed();
        }
    }

    record WindowCancelled(String windowId) implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.Cancelled();
        }
    }
}
