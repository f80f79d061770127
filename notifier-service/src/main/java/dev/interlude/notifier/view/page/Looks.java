package dev.interlude.notifier.view.page;

import dev.interlude.notifier.notice.Impact;
import dev.interlude.notifier.notice.NoticeKind;
import dev.interlude.notifier.notice.PublicWindow;

/**
 * Tone and icon of a thing; words always stand beside them, so neither colour nor shape carries a
 * meaning alone.
 *
 * @param tone class of the style sheet: good, work, warn, bad, quiet
 * @param icon name of an icon of the layout
 */
public record Looks(String tone, String icon) {

    static Looks of(PublicWindow window) {
        if (window.overrun() || window.delayed()) {
            return new Looks("warn", "late");
        }
        return switch (window.state()) {
            case Planned, Announced -> new Looks("accent", "clock");
            case InProgress, RollingBack -> new Looks("work", "work");
            case Verifying -> new Looks("work", "verify");
            case Completed -> new Looks("good", "check");
            case Cancelled -> new Looks("quiet", "cancelled");
        };
    }

    static Looks of(Impact impact) {
        return switch (impact) {
            case NO_IMPACT -> new Looks("good", "check");
            case REDUCED_REDUNDANCY -> new Looks("quiet", "some");
            case DEGRADED -> new Looks("warn", "some");
            case OUTAGE -> new Looks("bad", "out");
        };
    }

    static Looks of(NoticeKind kind) {
        return switch (kind) {
            case ANNOUNCED -> new Looks("accent", "clock");
            case REVISED, PROGRESS, IMPACT_CHANGED -> new Looks("quiet", "note");
            case REMINDER -> new Looks("quiet", "bell");
            case MOVED -> new Looks("warn", "clock");
            case DELAYED -> new Looks("warn", "late");
            case STARTED -> new Looks("work", "work");
            case EXTENDED -> new Looks("warn", "longer");
            case OVERRUN -> new Looks("warn", "late");
            case ROLLING_BACK -> new Looks("warn", "work");
            case VERIFYING -> new Looks("work", "verify");
            case COMPLETED -> new Looks("good", "check");
            case CANCELLED -> new Looks("quiet", "cancelled");
            case CORRECTION -> new Looks("quiet", "note");
        };
    }
}
