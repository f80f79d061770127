package dev.interlude.postmortem.reaction;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import dev.interlude.postmortem.postmortem.Postmortem;
import dev.interlude.postmortem.postmortem.PostmortemCommand;
import dev.interlude.postmortem.postmortem.PostmortemCommand.CloseRecord;
import dev.interlude.postmortem.postmortem.PostmortemEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When a window is completed or cancelled, its record is read for reasons. The checklist's last
 * events may arrive after the planner's, so they are looked at as well.
 */
@ApplicationScoped
class WhenWindowClosedThenCallPostmortem implements Reaction {

    private static final int PAGE = 1_000;
    private static final Set<String> CLOSING = Set.of("WindowCompleted", "WindowCancelled");

    private final Log log;
    private final CommandHandler<PostmortemCommand, PostmortemEvent, Postmortem> postmortems;

    WhenWindowClosedThenCallPostmortem(
            Log log, CommandHandler<PostmortemCommand, PostmortemEvent, Postmortem> postmortems) {
        this.log = log;
        this.postmortems = postmortems;
    }

    @Override
    public String name() {
        return "WhenWindowClosedThenCallPostmortem";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        if (closes(event)) {
            return judge(event, consequences);
        }
        return event.category().equals("checklist")
                ? afterClosing(event, consequences)
                : Uni.createFrom().voidItem();
    }

    private static boolean closes(LogEvent event) {
        return event.source().equals("planner") && CLOSING.contains(event.name());
    }

    /**
     * Most events of a checklist come while its window is open; only the planner's few are read.
     */
    private Uni<Void> afterClosing(LogEvent event, Consequences consequences) {
        return log.stream("planner", "window-" + event.key(), 0, Integer.MAX_VALUE)
                .flatMap(window ->
                        window.stream()
                                        .filter(e -> e.position() <= event.position())
                                        .anyMatch(WhenWindowClosedThenCallPostmortem::closes)
                                ? judge(event, consequences)
                                : Uni.createFrom().voidItem());
    }

    private Uni<Void> judge(LogEvent event, Consequences consequences) {
        return upTo(event, 0, new ArrayList<>())
                .map(RunRecord::of)
                .flatMap(record -> close(event.key(), record, consequences));
    }

    /** All events of the window up to this one, so that a repetition sees the same. */
    private Uni<List<LogEvent>> upTo(LogEvent last, long after, List<LogEvent> found) {
        return log.byKey(last.key(), after, PAGE)
                .flatMap(page -> {
                    page.stream().filter(e -> e.position() <= last.position()).forEach(found::add);
                    boolean more =
                            page.size() == PAGE && page.getLast().position() < last.position();
                    return more
                            ? upTo(last, page.getLast().position(), found)
                            : Uni.createFrom().item(found);
                });
    }

    private Uni<Void> close(String windowId, RunRecord record, Consequences consequences) {
        if (!record.complete()) {
            return Uni.createFrom().voidItem();
        }
        return consequences.tell(
                postmortems, windowId, act -> new CloseRecord(act, windowId, record.reasons()));
    }
}
