package dev.interlude.notifier.reaction;

import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import dev.interlude.notifier.heard.HeardWindow;
import dev.interlude.notifier.heard.HeardWindows;
import dev.interlude.notifier.heard.PlannerEvent;
import dev.interlude.notifier.notice.Cause;
import dev.interlude.notifier.notice.NoticeCommand;
import dev.interlude.notifier.notice.NoticeEvent;
import dev.interlude.notifier.notice.Notices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Each thing that the planner says of a window leads to one notice at most. */
@ApplicationScoped
class WhenWindowChangesThenPublishNotice implements Reaction {

    private final HeardWindows windows;
    private final CommandHandler<NoticeCommand, NoticeEvent, Notices> notices;

    WhenWindowChangesThenPublishNotice(
            HeardWindows windows, CommandHandler<NoticeCommand, NoticeEvent, Notices> notices) {
        this.windows = windows;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "WhenWindowChangesThenPublishNotice";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        PlannerEvent heard = HeardWindows.tellsOfOne(event) ? PlannerEvent.of(event) : null;
        if (heard == null) {
            return Uni.createFrom().voidItem();
        }
        // a reminder is judged by what is known now, all else is told as it was then
        Uni<@Nullable HeardWindow> window =
                heard instanceof PlannerEvent.ReminderDue ? windows.now(event) : windows.at(event);
        return window.chain(known -> tell(event, heard, known, consequences));
    }

    private Uni<Void> tell(
            LogEvent event,
            PlannerEvent heard,
            @Nullable HeardWindow window,
            Consequences consequences) {
        Cause cause = new Cause(event.id(), event.occurredAt());
        Function<Act, NoticeCommand> told =
                window == null ? null : Telling.of(heard, cause, window);
        return told == null
                ? Uni.createFrom().voidItem()
                : consequences.tell(notices, Category.idOf(event.stream()), told);
    }
}
