package dev.interlude.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.forecast.ForecastEvent;
import dev.interlude.checklist.runner.RunnerEvent;
import dev.interlude.checklist.template.TemplateEvent;
import dev.interlude.eventlog.EventTypes;

/** The names of this service's events on disk and on the wire. */
public final class ChecklistEvents {

    private static final String SERVICE = "checklist";

    public static final EventTypes<ChecklistEvent> CHECKLIST =
            EventTypes.of(ChecklistEvent.class, SERVICE)
                    .add("ChecklistDrafted", ChecklistEvent.ChecklistDrafted.class)
                    .add("StepAdded", ChecklistEvent.StepAdded.class)
                    .add("StepRevised", ChecklistEvent.StepRevised.class)
                    .add("StepRemoved", ChecklistEvent.StepRemoved.class)
                    .add("StepsReordered", ChecklistEvent.StepsReordered.class)
                    .add("WindowFollowed", ChecklistEvent.WindowFollowed.class)
                    .add("WindowForgotten", ChecklistEvent.WindowForgotten.class)
                    .add("ChecklistReviewed", ChecklistEvent.ChecklistReviewed.class)
                    .add("StepReviewed", ChecklistEvent.StepReviewed.class)
                    .add("ConcernAnswered", ChecklistEvent.ConcernAnswered.class)
                    .add("ChecklistFrozen", ChecklistEvent.ChecklistFrozen.class)
                    .add("StepCleared", ChecklistEvent.StepCleared.class)
                    .add("StepStarted", ChecklistEvent.StepStarted.class)
                    .add("StepStartWithdrawn", ChecklistEvent.StepStartWithdrawn.class)
                    .add("StepCompleted", ChecklistEvent.StepCompleted.class)
                    .add("StepConfirmed", ChecklistEvent.StepConfirmed.class)
                    .add("StepRejected", ChecklistEvent.StepRejected.class)
                    .add("StepFailed", ChecklistEvent.StepFailed.class)
                    .add("StepRetried", ChecklistEvent.StepRetried.class)
                    .add("SkipRequested", ChecklistEvent.SkipRequested.class)
                    .add("StepSkipped", ChecklistEvent.StepSkipped.class)
                    .add("SkipDeclined", ChecklistEvent.SkipDeclined.class)
                    .add("ReopeningRequested", ChecklistEvent.ReopeningRequested.class)
                    .add("StepReopened", ChecklistEvent.StepReopened.class)
                    .add("ReopeningDeclined", ChecklistEvent.ReopeningDeclined.class)
                    .add("SideEffectObserved", ChecklistEvent.SideEffectObserved.class)
                    .add("NoteAdded", ChecklistEvent.NoteAdded.class)
                    .add("EvidenceAttached", ChecklistEvent.EvidenceAttached.class)
                    .add("ScriptRequested", ChecklistEvent.ScriptRequested.class)
                    .add("ScriptClaimed", ChecklistEvent.ScriptClaimed.class)
                    .add("ScriptCancelled", ChecklistEvent.ScriptCancelled.class)
                    .add("ScriptFinished", ChecklistEvent.ScriptFinished.class)
                    .add("ScriptReportedLate", ChecklistEvent.ScriptReportedLate.class)
                    .add("PointOfNoReturnPassed", ChecklistEvent.PointOfNoReturnPassed.class)
                    .add("RollbackPlanned", ChecklistEvent.RollbackPlanned.class)
                    .add("SlackUsedUp", ChecklistEvent.SlackUsedUp.class)
                    .add("ReadinessChanged", ChecklistEvent.ReadinessChanged.class)
                    .add("ChecklistFinished", ChecklistEvent.ChecklistFinished.class)
                    .build();

    public static final EventTypes<ForecastEvent> FORECAST =
            EventTypes.of(ForecastEvent.class, SERVICE)
                    .add("ForecastChanged", ForecastEvent.ForecastChanged.class)
                    .build();

    public static final EventTypes<TemplateEvent> TEMPLATE =
            EventTypes.of(TemplateEvent.class, SERVICE)
                    .add("TemplatePublished", TemplateEvent.TemplatePublished.class)
                    .add("TemplateChangeProposed", TemplateEvent.TemplateChangeProposed.class)
                    .add("TemplateChangeAccepted", TemplateEvent.TemplateChangeAccepted.class)
                    .add("TemplateChangeDeclined", TemplateEvent.TemplateChangeDeclined.class)
                    .build();

    /** Private: nobody else reads them. */
    public static final EventTypes<RunnerEvent> RUNNER =
            EventTypes.of(RunnerEvent.class, SERVICE)
                    .add("RunnerRegistered", RunnerEvent.RunnerRegistered.class)
                    .add("RunnerRevoked", RunnerEvent.RunnerRevoked.class)
                    .build();

    private ChecklistEvents() {}
}
