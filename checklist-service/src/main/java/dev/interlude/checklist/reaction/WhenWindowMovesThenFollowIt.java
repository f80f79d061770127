package dev.interlude.checklist.reaction;

import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.heard.FromPlanner;
import dev.interlude.checklist.heard.HeardByChecklist;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps state, end and crew of the window in the checklist's own stream, where its rules look. */
@ApplicationScoped
class WhenWindowMovesThenFollowIt implements Reaction {

    private final CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists;

    WhenWindowMovesThenFollowIt(
            CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists) {
        this.checklists = checklists;
    }

    @Override
    public String name() {
        return "WhenWindowMovesThenFollowIt";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        Class<? extends FromPlanner> type = HeardByChecklist.records().get(event.type());
        if (type == null) {
            return Uni.createFrom().voidItem();
        }
        FromPlanner heard = event.read(type);
        return consequences.tell(checklists, heard.windowId(), act -> follow(act, event, heard));
    }

    static FollowWindow follow(Act act, LogEvent event, FromPlanner heard) {
        return new FollowWindow(
                act,
                heard.windowId(),
                event.epoch(),
                event.sequence(),
                event.occurredAt(),
                heard.news());
    }
}
