package dev.interlude.notifier.reaction;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.notifier.heard.HeardWindow;
import dev.interlude.notifier.heard.PlannerEvent;
import dev.interlude.notifier.notice.Cause;
import dev.interlude.notifier.notice.NoticeCommand;
import org.jspecify.annotations.Nullable;

/** Makes in tests the command that the reaction makes. */
public final class Tellings {

    private Tellings() {}

    public static @Nullable NoticeCommand command(
            LogEvent event, @Nullable HeardWindow window, Act act) {
        PlannerEvent heard = PlannerEvent.of(event);
        if (heard == null || window == null) {
            return null;
        }
        var told = Telling.of(heard, new Cause(event.id(), event.occurredAt()), window);
        return told == null ? null : told.apply(act);
    }
}
