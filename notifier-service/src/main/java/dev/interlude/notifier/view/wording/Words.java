package dev.interlude.notifier.view.wording;

import dev.interlude.notifier.notice.Impact;
import dev.interlude.notifier.notice.NoticeKind;
import dev.interlude.notifier.notice.PublicWindow;

/** What kinds, impacts and states are called on everything that people read. */
public final class Words {

    private Words() {}

    public static String of(NoticeKind kind) {
        return switch (kind) {
            case ANNOUNCED -> "Announced";
            case REVISED -> "Plan revised";
            case REMINDER -> "Reminder";
            case MOVED -> "Moved";
            case DELAYED -> "Delayed";
            case STARTED -> "Started";
            case PROGRESS -> "Update";
            case IMPACT_CHANGED -> "Impact changed";
            case EXTENDED -> "Extended";
            case OVERRUN -> "Overrun";
            case VERIFYING -> "Verifying";
            case ROLLING_BACK -> "Rolling back";
            case COMPLETED -> "Completed";
            case CANCELLED -> "Cancelled";
            case CORRECTION -> "Correction";
        };
    }

    public static String of(Impact impact) {
        return switch (impact) {
            case NO_IMPACT -> "No impact";
            case REDUCED_REDUNDANCY -> "Reduced redundancy";
            case DEGRADED -> "Degraded";
            case OUTAGE -> "Outage";
        };
    }

    private static String ahead(PublicWindow window) {
        if (window.delayed()) {
            return window.tentative() ? "Tentative, delayed" : "Delayed";
        }
        return window.tentative() ? "Tentative" : "Announced";
    }

    /** The state in words; a window that is late says so. */
    public static String of(PublicWindow window) {
        return switch (window.state()) {
            case Planned, Announced -> ahead(window);
            case InProgress -> window.overrun() ? "In progress, overrun" : "In progress";
            case Verifying -> window.overrun() ? "Verifying, overrun" : "Verifying";
            case RollingBack -> window.overrun() ? "Rolling back, overrun" : "Rolling back";
            case Completed -> "Completed";
            case Cancelled -> "Cancelled";
        };
    }
}
