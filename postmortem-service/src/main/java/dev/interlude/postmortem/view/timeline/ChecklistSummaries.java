package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.postmortem.heard.FromChecklist.ChecklistDrafted;
import dev.interlude.postmortem.heard.FromChecklist.ChecklistReviewed;
import dev.interlude.postmortem.heard.FromChecklist.ConcernAnswered;
import dev.interlude.postmortem.heard.FromChecklist.ForecastChanged;
import dev.interlude.postmortem.heard.FromChecklist.ReadinessChanged;
import dev.interlude.postmortem.heard.FromChecklist.Reordered;
import dev.interlude.postmortem.heard.FromChecklist.RollbackPlanned;
import dev.interlude.postmortem.heard.FromChecklist.SlackUsedUp;
import dev.interlude.postmortem.heard.FromChecklist.StepAdded;
import dev.interlude.postmortem.heard.FromChecklist.StepRevised;
import dev.interlude.postmortem.heard.FromChecklist.StepTurn;
import dev.interlude.postmortem.heard.FromChecklist.TemplateTurn;
import dev.interlude.postmortem.heard.FromChecklist.WindowFollowed;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sentences for the checklist's events. */
final class ChecklistSummaries {

    private ChecklistSummaries() {}

    static @Nullable String of(LogEvent event, WindowFacts facts) {
        return switch (event.name()) {
            case "ChecklistDrafted" -> drafted(event.read(ChecklistDrafted.class));
            case "StepAdded" -> added(event.read(StepAdded.class), facts);
            case "StepRevised" -> revised(event.read(StepRevised.class), facts);
            case "StepsReordered" ->
                    "Steps reordered" + because(event.read(Reordered.class).reason());
            case "WindowFollowed" -> followed(event.read(WindowFollowed.class), facts.zone());
            case "WindowForgotten" ->
                    "What was known of the window is void: the planner's store was restored";
            case "ChecklistReviewed" ->
                    reviewed(event.read(ChecklistReviewed.class), facts.who(event.actor()));
            case "ConcernAnswered" -> answered(event.read(ConcernAnswered.class), facts);
            case "ChecklistFrozen" -> "Checklist frozen";
            case "TemplatePublished",
                    "TemplateChangeProposed",
                    "TemplateChangeAccepted",
                    "TemplateChangeDeclined" ->
                    template(event.name(), event.read(TemplateTurn.class));
            case "RollbackPlanned" -> wayBack(event.read(RollbackPlanned.class));
            case "ChecklistFinished" -> "Checklist finished";
            case "ReadinessChanged" -> readiness(event.read(ReadinessChanged.class));
            case "ForecastChanged" -> forecast(event.read(ForecastChanged.class), facts.zone());
            case "SlackUsedUp" -> slack(event.read(SlackUsedUp.class), facts);
            default -> step(event, facts);
        };
    }

    private static @Nullable String step(LogEvent event, WindowFacts facts) {
        String did =
                switch (event.name()) {
                    case "StepStarted" -> "started";
                    case "StepStartWithdrawn" -> "was not started after all, said";
                    case "StepRemoved" -> "removed";
                    case "StepReviewed" -> "looked at";
                    case "ReopeningDeclined" -> "is not to be reopened, said";
                    case "EvidenceAttached" -> "got evidence";
                    case "StepCompleted" -> "completed";
                    case "StepConfirmed" -> "confirmed";
                    case "StepRejected" -> "rejected";
                    case "StepFailed" -> "failed, said";
                    case "StepRetried" -> "is to be tried again, said";
                    case "SkipRequested" -> "asked to be skipped";
                    case "StepSkipped" -> "skipped, confirmed";
                    case "SkipDeclined" -> "is not to be skipped, said";
                    case "ReopeningRequested" -> "asked to be reopened";
                    case "StepReopened" -> "reopened, confirmed";
                    case "StepCleared" -> "cleared";
                    case "SideEffectObserved" -> "had a side effect, seen";
                    case "NoteAdded" -> "got a note";
                    case "PointOfNoReturnPassed" -> "passed the point of no return, started";
                    default -> null;
                };
        if (did == null) {
            return ScriptSummaries.of(event, facts);
        }
        var turn = event.read(StepTurn.class);
        String act = Boolean.FALSE.equals(turn.go()) ? "got a no-go" : did;
        return facts.step(turn.stepId(), turn.title())
                + " "
                + act
                + " by "
                + by(turn, event, facts)
                + (turn.breakGlass() == null ? "" : " alone, under break-glass")
                + because(turn.reason() == null ? turn.text() : turn.reason());
    }

    private static String by(StepTurn turn, LogEvent event, WindowFacts facts) {
        return turn.performer() == null
                ? facts.who(event.actor())
                : "its script for " + facts.who(Actor.parse(turn.performer()));
    }

    private static String drafted(ChecklistDrafted drafted) {
        return "Checklist drafted" + (drafted.title() == null ? "" : " '" + drafted.title() + "'");
    }

    private static String added(StepAdded added, WindowFacts facts) {
        var step = added.step();
        return facts.step(step.id(), step.title())
                + " added ("
                + phase(step.phase())
                + ")"
                + because(added.reason());
    }

    private static String revised(StepRevised revised, WindowFacts facts) {
        return facts.step(revised.step().id(), revised.step().title())
                + " revised ("
                + String.join(", ", revised.changed())
                + ")"
                + because(revised.reason());
    }

    private static String phase(String phase) {
        return phase.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String followed(WindowFollowed followed, ZoneId zone) {
        return "Checklist follows the window: "
                + followed.state()
                + ", "
                + Times.span(followed.start(), followed.end(), zone);
    }

    private static String reviewed(ChecklistReviewed reviewed, String who) {
        if (reviewed.except() == null || reviewed.except().isEmpty()) {
            return "Checklist reviewed by " + who;
        }
        return reviewed.except().stream()
                .map(c -> "'" + c.stepId() + "': " + c.text())
                .collect(
                        Collectors.joining(
                                "; ", "Checklist reviewed by " + who + ", concern on ", ""));
    }

    private static String answered(ConcernAnswered answered, WindowFacts facts) {
        return "Concern "
                + answered.concern()
                + " on "
                + facts.step(answered.stepId(), null).replaceFirst("^S", "s")
                + " answered: "
                + answered.answer();
    }

    private static String template(String name, TemplateTurn turn) {
        String of = "template '" + turn.templateId() + "'";
        return switch (name) {
            case "TemplatePublished" ->
                    "Version " + turn.version() + " of " + of + " published" + because(turn.note());
            case "TemplateChangeProposed" -> "Change of " + of + " proposed" + because(turn.text());
            case "TemplateChangeAccepted" ->
                    "Proposal "
                            + turn.ordinal()
                            + " became version "
                            + turn.version()
                            + " of "
                            + of;
            default ->
                    "Proposal "
                            + turn.ordinal()
                            + " for "
                            + of
                            + " declined"
                            + because(turn.reason());
        };
    }

    private static String wayBack(RollbackPlanned planned) {
        String steps =
                planned.steps().stream()
                        .map(undo -> "'" + undo.title() + "'")
                        .collect(Collectors.joining(", "));
        return "Way back planned: " + (steps.isEmpty() ? "nothing to undo" : steps);
    }

    private static String readiness(ReadinessChanged now) {
        String open =
                now.open() == null || now.open().isEmpty()
                        ? "nothing open"
                        : now.open().stream()
                                .map(o ->
                                        o.title() == null
                                                ? o.gate()
                                                : o.gate() + " '" + o.title() + "'")
                                .collect(Collectors.joining(", ", "open: ", ""));
        String stage =
                now.verified()
                        ? "verified"
                        : now.carriedOut()
                                ? "carried out"
                                : now.prepared() ? "prepared" : "not prepared";
        return "Readiness turned: " + stage + ", " + open;
    }

    private static String forecast(ForecastChanged forecast, ZoneId zone) {
        return "Forecast: done at "
                + Times.clock(forecast.p50(), zone)
                + ", at the latest "
                + Times.clock(forecast.p90(), zone)
                + " ("
                + zone
                + "), "
                + Times.length(forecast.slack())
                + (forecast.slack().isNegative() ? " past" : " before")
                + " the announced end";
    }

    private static String slack(SlackUsedUp used, WindowFacts facts) {
        String late =
                used.late().stream()
                        .map(s ->
                                facts.step(s.stepId(), s.title())
                                        + " is "
                                        + Times.length(s.over())
                                        + " over")
                        .collect(Collectors.joining(", "));
        return "No slack is left before "
                + Times.clock(used.announcedEnd(), facts.zone())
                + " ("
                + facts.zone()
                + ")"
                + because(late);
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }
}
