package dev.interlude.notifier.reaction;

import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import dev.interlude.notifier.heard.HeardWindow;
import dev.interlude.notifier.heard.HeardWindows;
import dev.interlude.notifier.heard.PlannerEvent;
import dev.interlude.notifier.notice.Cause;
import dev.interlude.notifier.reach.Reach;
import dev.interlude.notifier.reach.ReachCommand;
import dev.interlude.notifier.reach.ReachEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** A reminder that is not sent leaves a trace; it is never just missing. */
@ApplicationScoped
class WhenReminderIsStaleThenDropIt implements Reaction {

    private final HeardWindows windows;
    private final CommandHandler<ReachCommand, ReachEvent, Reach> reach;

    WhenReminderIsStaleThenDropIt(
            HeardWindows windows, CommandHandler<ReachCommand, ReachEvent, Reach> reach) {
        this.windows = windows;
        this.reach = reach;
    }

    @Override
    public String name() {
        return "WhenReminderIsStaleThenDropIt";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        boolean ofWindow = HeardWindows.tellsOfOne(event);
        return ofWindow && PlannerEvent.of(event) instanceof PlannerEvent.ReminderDue reminder
                ? windows.now(event).chain(w -> judge(event, reminder, w, consequences))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> judge(
            LogEvent event,
            PlannerEvent.ReminderDue reminder,
            @Nullable HeardWindow window,
            Consequences consequences) {
        if (window == null) {
            return Uni.createFrom().voidItem();
        }
        Cause cause = new Cause(event.id(), event.occurredAt());
        return consequences.tell(
                reach,
                Category.idOf(event.stream()),
                act ->
                        new ReachCommand.JudgeReminder(
                                act, cause, reminder.start(), window.picture()));
    }
}
