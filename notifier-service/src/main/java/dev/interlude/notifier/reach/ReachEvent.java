package dev.interlude.notifier.reach;

import dev.interlude.notifier.notice.NoticeKind;
import dev.interlude.notifier.notice.Reminder;

/** Events of {@code reach-<windowId>}; staff only. */
public sealed interface ReachEvent {

    /**
     * A notice was not sent because it would no longer have been true.
     *
     * @param noticeId id of the planner's event that would have caused it
     */
    record NoticeDropped(String windowId, String noticeId, NoticeKind kind, Reminder.Stale reason)
            implements ReachEvent {}
}
