package dev.interlude.checklist.reaction;

import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowAnew;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.heard.FromPlanner;
import dev.interlude.checklist.heard.HeardByChecklist;
import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.StoreRestored;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * After the planner's store came back from a backup, a checklist goes by what the planner says now:
 * each window of which something was lost is followed from its plan again.
 */
@ApplicationScoped
class WhenPlannerIsRestoredThenFollowAnew implements Reaction {

    private static final String PLANNER = "planner";
    private static final String WINDOW = "window";

    private final Log log;
    private final CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists;

    WhenPlannerIsRestoredThenFollowAnew(
            Log log, CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists) {
        this.log = log;
        this.checklists = checklists;
    }

    @Override
    public String name() {
        return "WhenPlannerIsRestoredThenFollowAnew";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        StoreRestored restored = StoreRestored.heard(event);
        if (restored == null || !event.source().equals(PLANNER)) {
            return Uni.createFrom().voidItem();
        }
        return log.lostIn(event, WINDOW)
                .chain(streams ->
                        Multi.createFrom()
                                .iterable(streams)
                                .onItem()
                                .transformToUniAndConcatenate(
                                        stream -> anew(stream, restored, consequences))
                                .onItem()
                                .ignoreAsUni());
    }

    private Uni<Void> anew(String stream, StoreRestored restored, Consequences consequences) {
        String windowId = Category.idOf(stream);
        return log.stream(PLANNER, stream, 0, Integer.MAX_VALUE)
                .chain(said ->
                        consequences.tell(
                                checklists,
                                windowId,
                                act ->
                                        new FollowAnew(
                                                act,
                                                windowId,
                                                restored.epoch(),
                                                followed(act, said))));
    }

    private static List<FollowWindow> followed(Act act, List<LogEvent> said) {
        List<FollowWindow> all = new ArrayList<>();
        for (LogEvent event : said) {
            Class<? extends FromPlanner> type = HeardByChecklist.records().get(event.type());
            if (type != null) {
                all.add(WhenWindowMovesThenFollowIt.follow(act, event, event.read(type)));
            }
        }
        return all;
    }
}
