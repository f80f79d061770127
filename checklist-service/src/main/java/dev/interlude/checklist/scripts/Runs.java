package dev.interlude.checklist.scripts;

import dev.interlude.checklist.ChecklistLog;
import dev.interlude.checklist.Unasked;
import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistCommand.ClaimScript;
import dev.interlude.checklist.checklist.ChecklistCommand.FinishScript;
import dev.interlude.checklist.checklist.ChecklistCommand.LoseScript;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.checklist.ChecklistEvent.ScriptRequested;
import dev.interlude.checklist.checklist.ScriptReport;
import dev.interlude.checklist.checklist.ScriptRun;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What runners, and the watch over them, bring about in checklists. */
@ApplicationScoped
class Runs {

    private static final Actor WATCH = Actor.timer("script-lease");

    private final CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists;
    private final Leases leases;

    Runs(CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists, Leases leases) {
        this.checklists = checklists;
        this.leases = leases;
    }

    /** Takes a run for a runner; null when it can't be had. */
    Uni<@Nullable ScriptRun> claim(ScriptRequested request, RunnerPrincipal by, String claim) {
        String runner = by.runner().id();
        return handle(
                        request.windowId(),
                        "ClaimScript",
                        by.actor(),
                        act ->
                                new ClaimScript(
                                        act, request.runId(), runner, by.runner().name(), claim))
                .map(state -> mine(state.run(request.runId()), runner, claim))
                .call(run ->
                        run == null
                                ? Uni.createFrom().voidItem()
                                : leases.begin(run.id(), request.windowId(), runner));
    }

    private static @Nullable ScriptRun mine(@Nullable ScriptRun run, String runner, String claim) {
        if (run == null || !run.open()) {
            return null;
        }
        ScriptRun.Claim by = run.claim();
        return by != null && by.runner().equals(runner) && by.id().equals(claim) ? run : null;
    }

    /** The run as it stands; null when there is none. */
    Uni<@Nullable ScriptRun> find(String windowId, String runId) {
        return checklists.fold(windowId).map(folded -> folded.state().run(runId));
    }

    /** Takes a report; answers the run as it stands then. */
    Uni<@Nullable ScriptRun> finish(
            String windowId, String runId, RunnerPrincipal by, ScriptReport report) {
        return handle(
                        windowId,
                        "FinishScript",
                        by.actor(),
                        act -> new FinishScript(act, runId, by.runner().id(), report))
                .map(state -> state.run(runId));
    }

    /** Gives a run up whose runner was not heard of. */
    Uni<Void> lose(String windowId, String runId) {
        return handle(windowId, "LoseScript", WATCH, act -> new LoseScript(act, runId))
                .replaceWithVoid();
    }

    private Uni<Checklist> handle(
            String windowId, String name, Actor actor, Function<Act, ChecklistCommand> command) {
        var how = Unasked.by(actor, ChecklistLog.CHECKLIST.stream(windowId), name);
        return checklists.handle(how, command).map(handled -> handled.state());
    }
}
