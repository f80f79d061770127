package dev.interlude.notifier.notice;

import dev.interlude.eventlog.decider.Act;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may lead to a notice: an event of the planner was heard. */
public sealed interface NoticeCommand {

    Act act();

    /**
     * Tell of something that happened to a window.
     *
     * @param text public text by language that the event brings; empty when it brings none
     * @param picture the window right after that event
     */
    record TellOf(
            Act act, Cause cause, NoticeKind kind, Map<String, String> text, WindowPicture picture)
            implements NoticeCommand {}

    /**
     * A text that was told is another now.
     *
     * @param corrects id of the notice that told it
     * @param text public text by language, in the place of that one
     * @param picture the window right after that event
     */
    record Correct(
            Act act, Cause cause, String corrects, Map<String, String> text, WindowPicture picture)
            implements NoticeCommand {}

    /**
     * Remind of a window that is to begin.
     *
     * @param start the start that the reminder was made for
     * @param reminder which of the window's reminders, {@code P1D}; null for one of an old planner
     * @param picture the window as it is known now, which may be later than the reminder
     */
    record Remind(
            Act act, Cause cause, Instant start, @Nullable String reminder, WindowPicture picture)
            implements NoticeCommand {}

    /**
     * The planner's store was restored: what was told of the window may not be so.
     *
     * @param picture the window as it is known now; null when the planner no longer knows it
     */
    record TellWhatHolds(Act act, Cause cause, String windowId, @Nullable WindowPicture picture)
            implements NoticeCommand {}
}
