package dev.interlude.planner.reaction;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.BeginVerification;
import dev.interlude.planner.window.WindowCommand.ResumeCarryOut;
import dev.interlude.planner.window.WindowEvent;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Nobody has to say that the work is done when its last step is; nor that it is not after all. */
@ApplicationScoped
class WhenCarryOutIsDoneThenBeginVerification implements Reaction {

    private final CommandHandler<WindowCommand, WindowEvent, Window> windows;

    WhenCarryOutIsDoneThenBeginVerification(
            CommandHandler<WindowCommand, WindowEvent, Window> windows) {
        this.windows = windows;
    }

    @Override
    public String name() {
        return "when-carry-out-is-done-then-begin-verification";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        if (PlannerEvents.WINDOW.classOf(event.type()) != ReadinessRecorded.class) {
            return Uni.createFrom().voidItem();
        }
        var readiness = event.read(ReadinessRecorded.class);
        return consequences.tell(
                windows,
                readiness.windowId(),
                act ->
                        readiness.carriedOut() || readiness.rolledBack()
                                ? new BeginVerification(act)
                                : new ResumeCarryOut(act, null));
    }
}
