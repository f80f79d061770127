package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.postmortem.heard.AmongPeople.ApprovalVoided;
import dev.interlude.postmortem.heard.AmongPeople.BreakGlassCountersigned;
import dev.interlude.postmortem.heard.AmongPeople.CountersignatureOverdue;
import dev.interlude.postmortem.heard.AmongPeople.GateOverride;
import dev.interlude.postmortem.heard.AmongPeople.GlassBroken;
import dev.interlude.postmortem.heard.AmongPeople.HandOverDeclined;
import dev.interlude.postmortem.heard.AmongPeople.HandOverOffered;
import dev.interlude.postmortem.heard.AmongPeople.Hold;
import dev.interlude.postmortem.heard.AmongPeople.HoldReleased;
import dev.interlude.postmortem.heard.AmongPeople.RoleTurned;
import dev.interlude.postmortem.heard.AmongPeople.RollbackBegan;
import dev.interlude.postmortem.heard.AmongPeople.RollbackCall;
import dev.interlude.postmortem.heard.AmongPeople.WindowApproved;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sentences for hand-overs, holds, overrides, broken glass, approvals and rollbacks. */
final class AmongPeopleSummaries {

    private AmongPeopleSummaries() {}

    static @Nullable String of(LogEvent event, WindowFacts facts) {
        return switch (event.name()) {
            case "HandOverOffered" -> offered(event.read(HandOverOffered.class), facts);
            case "HandOverDeclined" -> declined(event.read(HandOverDeclined.class), facts);
            case "CrewHandedOver" -> handedOver(event.read(RoleTurned.class));
            case "RoleTakenOver" -> takenOver(event.read(RoleTurned.class), facts);
            case "HoldCalled" -> held(event.read(Hold.class), facts);
            case "HoldReleaseOffered" -> forGoingOn(event.read(Hold.class), facts);
            case "HoldReleased" -> released(event.read(HoldReleased.class), facts);
            case "OverrideRequested" -> requested(event.read(GateOverride.class), facts);
            case "GateOverridden" -> overridden(event.read(GateOverride.class), facts);
            case "OverrideRejected" -> rejected(event.read(GateOverride.class), facts);
            case "GlassBroken" -> broken(event.read(GlassBroken.class), facts);
            case "BreakGlassCountersigned" ->
                    signed(event.read(BreakGlassCountersigned.class), facts);
            case "CountersignatureOverdue" ->
                    overdue(event.read(CountersignatureOverdue.class), facts);
            case "WindowApproved" -> approved(event.read(WindowApproved.class), facts);
            case "ApprovalVoided" ->
                    "The approval is void, since this changed: "
                            + String.join(", ", event.read(ApprovalVoided.class).because());
            case "RollbackCalled" -> called(event.read(RollbackCall.class), facts);
            case "RollbackRejected" -> against(event.read(RollbackCall.class), facts);
            case "RollbackBegan" -> began(event.read(RollbackBegan.class), facts);
            default -> null;
        };
    }

    private static String offered(HandOverOffered offer, WindowFacts facts) {
        return role(offer.role())
                + " offered by "
                + offer.from()
                + " to "
                + offer.to()
                + ", to be taken from "
                + Times.clock(offer.at(), facts.zone())
                + " ("
                + facts.zone()
                + ")";
    }

    private static String declined(HandOverDeclined declined, WindowFacts facts) {
        return "Hand-over declined by " + facts.who(declined.by()) + because(declined.reason());
    }

    private static String handedOver(RoleTurned turned) {
        return role(turned.role()) + " handed over from " + turned.from() + " to " + turned.to();
    }

    private static String takenOver(RoleTurned turned, WindowFacts facts) {
        String gap =
                turned.gapSince() == null
                        ? ""
                        : ", nobody had it since "
                                + Times.clock(turned.gapSince(), facts.zone())
                                + " ("
                                + facts.zone()
                                + ")";
        return role(turned.role())
                + " taken over from "
                + turned.from()
                + " by "
                + turned.to()
                + gap
                + because(turned.reason());
    }

    private static String held(Hold hold, WindowFacts facts) {
        return "Hold "
                + hold.ordinal()
                + " called by "
                + facts.who(hold.by())
                + because(hold.reason());
    }

    private static String forGoingOn(Hold hold, WindowFacts facts) {
        return "Hold " + hold.ordinal() + ": " + facts.who(hold.by()) + " is for going on";
    }

    private static String released(HoldReleased released, WindowFacts facts) {
        return "Hold " + released.ordinal() + " released by " + people(released.by(), facts);
    }

    private static String requested(GateOverride asked, WindowFacts facts) {
        return "Override "
                + asked.ordinal()
                + " of "
                + gates(asked.gates())
                + " asked for by "
                + facts.who(asked.by())
                + because(asked.reason());
    }

    private static String overridden(GateOverride passed, WindowFacts facts) {
        var two = Stream.of(passed.by(), passed.approvedBy()).flatMap(Stream::ofNullable).toList();
        return "Passed on record: "
                + gates(passed.gates())
                + " (override "
                + passed.ordinal()
                + " by "
                + people(two, facts)
                + ")"
                + because(passed.reason());
    }

    private static String rejected(GateOverride rejected, WindowFacts facts) {
        return "Override "
                + rejected.ordinal()
                + " rejected by "
                + facts.who(rejected.by())
                + because(rejected.reason());
    }

    private static String broken(GlassBroken glass, WindowFacts facts) {
        var what = Stream.concat(glass.gates().stream(), glass.confirmations().stream()).toList();
        return "Glass broken by "
                + facts.who(glass.by())
                + " for "
                + gates(what)
                + because(glass.reason());
    }

    private static String signed(BreakGlassCountersigned signed, WindowFacts facts) {
        return "Broken glass " + signed.ordinal() + " countersigned by " + facts.who(signed.by());
    }

    private static String overdue(CountersignatureOverdue overdue, WindowFacts facts) {
        return "Broken glass "
                + overdue.ordinal()
                + " is not countersigned; it was due by "
                + Times.day(overdue.dueAt(), facts.zone())
                + " ("
                + facts.zone()
                + ")";
    }

    private static String approved(WindowApproved approved, WindowFacts facts) {
        return "Approved by " + facts.who(approved.by()) + " as of version " + approved.version();
    }

    private static String called(RollbackCall call, WindowFacts facts) {
        return "Rollback called by " + facts.who(call.by()) + because(call.reason());
    }

    private static String against(RollbackCall call, WindowFacts facts) {
        return "Rollback rejected by " + facts.who(call.by()) + because(call.reason());
    }

    private static String began(RollbackBegan began, WindowFacts facts) {
        var two = Stream.of(began.calledBy(), began.confirmedBy()).distinct().toList();
        return "Rollback began, by " + people(two, facts) + because(began.reason());
    }

    private static String role(String role) {
        return role.charAt(0) + role.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String gates(@Nullable List<String> gates) {
        return gates == null ? "" : String.join(", ", gates);
    }

    private static String people(List<String> people, WindowFacts facts) {
        return people.stream().map(facts::who).collect(Collectors.joining(" and "));
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }
}
