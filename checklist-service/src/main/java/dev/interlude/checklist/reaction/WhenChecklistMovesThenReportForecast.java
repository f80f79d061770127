package dev.interlude.checklist.reaction;

import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.checklist.Lookout;
import dev.interlude.checklist.forecast.Forecast;
import dev.interlude.checklist.forecast.ForecastCommand;
import dev.interlude.checklist.forecast.ForecastCommand.ReportForecast;
import dev.interlude.checklist.forecast.ForecastEvent;
import dev.interlude.checklist.forecast.Outlook;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Folded;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the checklist whenever it moved, by a person's act, the planner's or the clock's, and
 * lets the forecast decide whether that means something.
 */
@ApplicationScoped
class WhenChecklistMovesThenReportForecast implements Reaction {

    /** Said by the clock, while nobody does anything. */
    private static final String BY_TIME = "SlackUsedUp";

    /** What can move the end; the rest (notes, reviews) can't. */
    private static final Set<String> MOVES =
            Set.of(
                    "WindowFollowed",
                    "WindowForgotten",
                    "ChecklistFrozen",
                    "RollbackPlanned",
                    "StepAdded",
                    "StepRevised",
                    "StepRemoved",
                    "StepsReordered",
                    "StepStartWithdrawn",
                    "StepCleared",
                    "StepStarted",
                    "StepCompleted",
                    "StepConfirmed",
                    "StepFailed",
                    "StepRejected",
                    "StepRetried",
                    "StepSkipped",
                    "StepReopened",
                    BY_TIME);

    private final CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists;
    private final CommandHandler<ForecastCommand, ForecastEvent, Forecast> forecasts;

    WhenChecklistMovesThenReportForecast(
            CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists,
            CommandHandler<ForecastCommand, ForecastEvent, Forecast> forecasts) {
        this.checklists = checklists;
        this.forecasts = forecasts;
    }

    @Override
    public String name() {
        return "WhenChecklistMovesThenReportForecast";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        if (!event.own()
                || !event.category().equals("checklist")
                || !MOVES.contains(event.name())) {
            return Uni.createFrom().voidItem();
        }
        String windowId = event.key();
        return checklists
                .fold(windowId)
                .chain(checklist ->
                        report(windowId, checklist, event.name().equals(BY_TIME), consequences));
    }

    private Uni<Void> report(
            String windowId, Folded<Checklist> checklist, boolean idle, Consequences consequences) {
        Optional<Outlook> outlook = Lookout.from(checklist.state(), checklist.now());
        return outlook.isEmpty()
                ? Uni.createFrom().voidItem()
                : consequences.tell(
                        forecasts,
                        windowId,
                        act ->
                                new ReportForecast(
                                        act, windowId, outlook.get(), checklist.sequence(), idle));
    }
}
