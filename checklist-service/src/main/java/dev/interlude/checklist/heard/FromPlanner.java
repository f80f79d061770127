package dev.interlude.checklist.heard;

import dev.interlude.checklist.checklist.WindowNews;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the planner says of a window. Instants are UTC, persons opaque ids. */
public sealed interface FromPlanner {

    /** Id of the window, which is also that of its checklist. */
    String windowId();

    /** The same in the checklist's own words. */
    WindowNews news();

    record WindowPlanned(String windowId, Instant start, Instant end, String team)
            implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.Planned(start, end, team);
        }
    }

    record CrewAssigned(String windowId, String driver, String buddy, @Nullable String liaison)
            implements FromPlanner {
        @Override
        public WindowNews news() {
            return new WindowNews.CrewNamed(driver, buddy, liaison);
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
