package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.postmortem.heard.FromPlanner.CarryOutResumed;
import dev.interlude.postmortem.heard.FromPlanner.CrewAccepted;
import dev.interlude.postmortem.heard.FromPlanner.CrewAssigned;
import dev.interlude.postmortem.heard.FromPlanner.CrewDeclined;
import dev.interlude.postmortem.heard.FromPlanner.ExtensionProposed;
import dev.interlude.postmortem.heard.FromPlanner.ImpactChanged;
import dev.interlude.postmortem.heard.FromPlanner.ProgressPosted;
import dev.interlude.postmortem.heard.FromPlanner.ProposalClosed;
import dev.interlude.postmortem.heard.FromPlanner.ProviderNoticeReceived;
import dev.interlude.postmortem.heard.FromPlanner.ReadinessRecorded;
import dev.interlude.postmortem.heard.FromPlanner.Reminder;
import dev.interlude.postmortem.heard.FromPlanner.StartDelayed;
import dev.interlude.postmortem.heard.FromPlanner.TextCorrected;
import dev.interlude.postmortem.heard.FromPlanner.UpdateDue;
import dev.interlude.postmortem.heard.FromPlanner.WindowAnnounced;
import dev.interlude.postmortem.heard.FromPlanner.WindowCancelled;
import dev.interlude.postmortem.heard.FromPlanner.WindowCompleted;
import dev.interlude.postmortem.heard.FromPlanner.WindowExtended;
import dev.interlude.postmortem.heard.FromPlanner.WindowMoved;
import dev.interlude.postmortem.heard.FromPlanner.WindowOverran;
import dev.interlude.postmortem.heard.FromPlanner.WindowPlanned;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sentences for the planner's events. */
final class PlannerSummaries {

    private PlannerSummaries() {}

    static @Nullable String of(LogEvent event, WindowFacts facts) {
        ZoneId zone = facts.zone();
        return switch (event.name()) {
            case "WindowPlanned" -> planned(event.read(WindowPlanned.class));
            case "WindowRevised" -> "Plan revised by " + facts.who(event.actor());
            case "WindowConfirmed" -> "Confirmed by " + facts.who(event.actor());
            case "WindowMoved" -> moved(event.read(WindowMoved.class), zone);
            case "StartDelayed" ->
                    "Late: the announced start "
                            + Times.clock(event.read(StartDelayed.class).start(), zone)
                            + " ("
                            + zone
                            + ") passed, and the work had not begun";
            case "UpdateDue" ->
                    "Update due: it was to come by "
                            + Times.clock(event.read(UpdateDue.class).nextUpdateBy(), zone)
                            + " ("
                            + zone
                            + ")";
            case "TextCorrected" -> corrected(event.read(TextCorrected.class));
            case "CrewAssigned" -> crew(event.read(CrewAssigned.class));
            case "CrewAccepted" -> accepted(event.read(CrewAccepted.class));
            case "CrewDeclined" -> declined(event.read(CrewDeclined.class), facts);
            case "WindowAnnounced" -> announced(event.read(WindowAnnounced.class), zone);
            case "ReminderDue" -> reminder("due", event.read(Reminder.class), zone);
            case "ReminderMissed" -> reminder("missed", event.read(Reminder.class), zone);
            case "WindowStarted" -> "Started by " + facts.who(event.actor());
            case "ProgressPosted" -> progress(event.read(ProgressPosted.class));
            case "ImpactChanged" -> impact(event.read(ImpactChanged.class));
            case "ReadinessRecorded" -> readiness(event.read(ReadinessRecorded.class));
            case "ReadinessForgotten" ->
                    "What was known of the checklist is void: its store was restored";
            case "ProviderNoticeReceived" -> noticed(event.read(ProviderNoticeReceived.class));
            case "ExtensionProposed" -> proposed(event.read(ExtensionProposed.class), zone);
            case "ExtensionWithdrawn" ->
                    closed("withdrawn", event.read(ProposalClosed.class), zone);
            case "ExtensionDismissed" ->
                    closed("dismissed", event.read(ProposalClosed.class), zone);
            case "WindowExtended" -> extended(event.read(WindowExtended.class), zone);
            case "VerificationBegan" -> "Verification began";
            case "CarryOutResumed" ->
                    "Work resumed" + because(event.read(CarryOutResumed.class).reason());
            case "WindowOverran" ->
                    "Overrun: the announced end "
                            + Times.clock(event.read(WindowOverran.class).end(), zone)
                            + " ("
                            + zone
                            + ") passed with work open";
            case "WindowCompleted" -> completed(event.read(WindowCompleted.class), zone);
            case "WindowCancelled" ->
                    "Cancelled" + because(event.read(WindowCancelled.class).reason());
            default -> AmongPeopleSummaries.of(event, facts);
        };
    }

    private static String planned(WindowPlanned planned) {
        String impacts =
                planned.components() == null
                        ? ""
                        : planned.components().stream()
                                .map(c -> c.impact() + " on " + name(c.name(), c.id()))
                                .collect(Collectors.joining(", ", "; ", ""));
        return "Planned '"
                + planned.title()
                + "' for "
                + Times.span(planned.start(), planned.end(), planned.zone())
                + impacts;
    }

    private static String crew(CrewAssigned crew) {
        return "Crew named: driver "
                + crew.driver()
                + ", buddy "
                + crew.buddy()
                + (crew.liaison() == null ? "" : ", liaison " + crew.liaison());
    }

    private static String accepted(CrewAccepted accepted) {
        String roles = String.join(" and ", accepted.roles()).toLowerCase(Locale.ROOT);
        return "Accepted as " + roles + " by " + accepted.person();
    }

    private static String declined(CrewDeclined declined, WindowFacts facts) {
        return "Declined by " + facts.who(declined.person()) + because(declined.reason());
    }

    private static String announced(WindowAnnounced announced, ZoneId zone) {
        return "Announced for "
                + Times.span(announced.start(), announced.end(), zone)
                + ", "
                + Times.length(announced.noticeGiven())
                + " before the start ("
                + Times.length(announced.noticeRequired())
                + " required)";
    }

    private static String noticed(ProviderNoticeReceived notice) {
        return "Notice "
                + notice.sequence()
                + " of "
                + notice.provider()
                + " about "
                + notice.maintenanceId()
                + ": "
                + notice.status().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String moved(WindowMoved moved, ZoneId zone) {
        String notice =
                moved.noticeGiven() == null || moved.noticeRequired() == null
                        ? ""
                        : ", "
                                + Times.length(moved.noticeGiven())
                                + " before the time that nobody had been told of ("
                                + Times.length(moved.noticeRequired())
                                + " required)";
        return "Moved from "
                + Times.span(moved.previousStart(), moved.previousEnd(), zone)
                + " to "
                + Times.span(moved.start(), moved.end(), zone)
                + (moved.announced() ? "" : ", before it was announced")
                + notice
                + because(moved.reason());
    }

    private static String corrected(TextCorrected corrected) {
        return "Public text corrected"
                + because(corrected.reason())
                + ". It reads now: "
                + corrected.publicText().readable();
    }

    private static String reminder(String what, Reminder reminder, ZoneId zone) {
        return "Reminder "
                + reminder.reminder()
                + " before the start at "
                + Times.day(reminder.start(), zone)
                + " ("
                + zone
                + ") "
                + what;
    }

    private static String progress(ProgressPosted posted) {
        if (posted.publicText() != null) {
            return "Update " + posted.ordinal() + ": " + posted.publicText().readable();
        }
        return posted.internalText() == null
                ? "Update " + posted.ordinal()
                : "Internal update " + posted.ordinal() + ": " + posted.internalText().readable();
    }

    private static String impact(ImpactChanged changed) {
        return changed.changes().stream()
                .map(c ->
                        name(c.name(), c.id())
                                + " from "
                                + c.previousImpact()
                                + " to "
                                + c.impact())
                .collect(Collectors.joining(", ", "Impact changed: ", ""));
    }

    private static String readiness(ReadinessRecorded readiness) {
        return "Readiness of the checklist recorded: "
                + (readiness.prepared() ? "prepared" : "not prepared")
                + ", "
                + (readiness.verified() ? "verified" : "not verified");
    }

    private static String proposed(ExtensionProposed proposed, ZoneId zone) {
        return "Extension proposed from "
                + Times.clock(proposed.announcedEnd(), zone)
                + " to "
                + Times.clock(proposed.proposedEnd(), zone)
                + " ("
                + zone
                + "): the forecast is "
                + Times.clock(proposed.p50(), zone);
    }

    private static String closed(String how, ProposalClosed closed, ZoneId zone) {
        return "Proposal "
                + closed.ordinal()
                + " to extend "
                + how
                + ": the forecast is "
                + Times.clock(closed.p50(), zone)
                + " ("
                + zone
                + ")";
    }

    private static String extended(WindowExtended extended, ZoneId zone) {
        return "Extended from "
                + Times.clock(extended.previousEnd(), zone)
                + " to "
                + Times.clock(extended.newEnd(), zone)
                + " ("
                + zone
                + ")"
                + (extended.beforePreviousEnd() ? "" : ", after the announced end had passed")
                + because(extended.reason());
    }

    private static String completed(WindowCompleted completed, ZoneId zone) {
        return "Completed at "
                + Times.clock(completed.actualEnd(), zone)
                + " ("
                + zone
                + "): "
                + completed.outcome();
    }

    private static String name(@Nullable String name, String id) {
        return name == null ? id : name;
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }
}
