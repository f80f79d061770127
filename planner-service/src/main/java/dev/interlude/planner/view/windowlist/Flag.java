package dev.interlude.planner.view.windowlist;

import java.util.Locale;

/** What people want to know of a window at a glance; in rows as in a window itself. */
enum Flag {
    OVERRUN("w.overrun = true") {
        @Override
        boolean isRaised(WindowRow row) {
            return row.overrun;
        }
    },
    HELD("w.holds > 0 and w.state in ('InProgress', 'Verifying', 'RollingBack')") {
        @Override
        boolean isRaised(WindowRow row) {
            return row.holds > 0
                    && (row.state.equals("InProgress")
                            || row.state.equals("Verifying")
                            || row.state.equals("RollingBack"));
        }
    },
    DELAYED("w.delayed = true") {
        @Override
        boolean isRaised(WindowRow row) {
            return row.delayed;
        }
    },
    TENTATIVE("w.tentative = true and w.state not in ('Completed', 'Cancelled')") {
        @Override
        boolean isRaised(WindowRow row) {
            return row.tentative
                    && !row.state.equals("Completed")
                    && !row.state.equals("Cancelled");
        }
    };

    private final String condition;

    Flag(String condition) {
        this.condition = condition;
    }

    abstract boolean isRaised(WindowRow row);

    String condition() {
        return condition;
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
