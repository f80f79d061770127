package dev.interlude.notifier.notice;

/** What a notice tells; its name is what stands on the wire. */
public enum NoticeKind {
    ANNOUNCED,
    REVISED,
    REMINDER,
    MOVED,
    DELAYED,
    STARTED,
    PROGRESS,
    IMPACT_CHANGED,
    EXTENDED,
    OVERRUN,
    VERIFYING,
    ROLLING_BACK,
    COMPLETED,
    CANCELLED,
    CORRECTION
}
