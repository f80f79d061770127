package dev.interlude.planner.reaction;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import dev.interlude.planner.heard.ReadinessChanged;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.RecordReadiness;
import dev.interlude.planner.window.WindowEvent;
import dev.interlude.planner.window.WindowEvent.OpenItem;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gates decide on what the window's own stream says, so that their answers can be replayed. */
@ApplicationScoped
class WhenReadinessChangesThenRecordReadiness implements Reaction {

    private final CommandHandler<WindowCommand, WindowEvent, Window> windows;

    WhenReadinessChangesThenRecordReadiness(
            CommandHandler<WindowCommand, WindowEvent, Window> windows) {
        this.windows = windows;
    }

    @Override
    public String name() {
        return "when-readiness-changes-then-record-readiness";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        if (!event.type().equals(ReadinessChanged.TYPE)) {
            return Uni.createFrom().voidItem();
        }
        var heard = event.read(ReadinessChanged.class);
        return consequences.tell(
                windows,
                heard.windowId(),
                act -> new RecordReadiness(act, recorded(heard, event.sequence(), event.epoch())));
    }

    static ReadinessRecorded recorded(ReadinessChanged heard, long sequence, int epoch) {
        return new ReadinessRecorded(
                heard.windowId(),
                sequence,
                heard.planHash(),
                heard.reviewed(),
                heard.openConcerns(),
                heard.rollbacksNamed(),
                heard.prepared(),
                heard.carryOutStarted(),
                heard.pastPointOfNoReturn(),
                heard.carriedOut(),
                heard.verified(),
                heard.rolledBack(),
                heard.rollbackVerified(),
                heard.open().stream()
                        .map(open -> new OpenItem(open.gate(), open.stepId(), open.title()))
                        .toList(),
                epoch);
    }
}
