package dev.interlude.notifier.reach;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.notifier.notice.Cause;
import dev.interlude.notifier.notice.WindowPicture;
import java.time.Instant;

/** What the record of reach takes. */
public sealed interface ReachCommand {

    Act act();

    /**
     * A reminder came due; keep on record when it is not sent.
     *
     * @param start the start that the reminder was made for
     * @param picture the window as it is known now
     */
    record JudgeReminder(Act act, Cause cause, Instant start, WindowPicture picture)
            implements ReachCommand {}
}
