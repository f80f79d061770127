package dev.interlude.planner;

import dev.interlude.eventlog.EventTypes;
import dev.interlude.planner.component.ComponentEvent;
import dev.interlude.planner.freeze.FreezeEvent;
import dev.interlude.planner.policy.PolicyEvent;
import dev.interlude.planner.series.SeriesEvent;
import dev.interlude.planner.token.ApiTokenEvent;
import dev.interlude.planner.token.TokenEvent;
import dev.interlude.planner.window.CrewEvent;
import dev.interlude.planner.window.SafeguardEvent;
import dev.interlude.planner.window.WindowEvent;

/** The names of the planner's events on disk and on the wire. */
public final class PlannerEvents {

    private static final String PLANNER = "planner";

    public static final EventTypes<WindowEvent> WINDOW =
            EventTypes.of(WindowEvent.class, PLANNER)
                    .add("WindowPlanned", WindowEvent.WindowPlanned.class)
                    .add("WindowRevised", WindowEvent.WindowRevised.class)
                    .add("WindowConfirmed", WindowEvent.WindowConfirmed.class)
                    .add("WindowMoved", WindowEvent.WindowMoved.class)
                    .add("StartDelayed", WindowEvent.StartDelayed.class)
                    .add("UpdateDue", WindowEvent.UpdateDue.class)
                    .add("TextCorrected", WindowEvent.TextCorrected.class)
                    .add("CrewAssigned", WindowEvent.CrewAssigned.class)
                    .add("CrewAccepted", WindowEvent.CrewAccepted.class)
                    .add("CrewDeclined", WindowEvent.CrewDeclined.class)
                    .add("HandOverOffered", CrewEvent.HandOverOffered.class)
                    .add("HandOverDeclined", CrewEvent.HandOverDeclined.class)
                    .add("CrewHandedOver", CrewEvent.CrewHandedOver.class)
                    .add("RoleTakenOver", CrewEvent.RoleTakenOver.class)
                    .add("HoldCalled", SafeguardEvent.HoldCalled.class)
                    .add("HoldReleaseOffered", SafeguardEvent.HoldReleaseOffered.class)
                    .add("HoldReleased", SafeguardEvent.HoldReleased.class)
                    .add("OverrideRequested", SafeguardEvent.OverrideRequested.class)
                    .add("GateOverridden", SafeguardEvent.GateOverridden.class)
                    .add("OverrideRejected", SafeguardEvent.OverrideRejected.class)
                    .add("GlassBroken", SafeguardEvent.GlassBroken.class)
                    .add("BreakGlassCountersigned", SafeguardEvent.BreakGlassCountersigned.class)
                    .add("CountersignatureOverdue", SafeguardEvent.CountersignatureOverdue.class)
                    .add("WindowApproved", SafeguardEvent.WindowApproved.class)
                    .add("ApprovalVoided", SafeguardEvent.ApprovalVoided.class)
                    .add("RollbackCalled", SafeguardEvent.RollbackCalled.class)
                    .add("RollbackRejected", SafeguardEvent.RollbackRejected.class)
                    .add("RollbackBegan", SafeguardEvent.RollbackBegan.class)
                    .add("WindowAnnounced", WindowEvent.WindowAnnounced.class)
                    .add("ReminderDue", WindowEvent.ReminderDue.class)
                    .add("ReminderMissed", WindowEvent.ReminderMissed.class)
                    .add("WindowStarted", WindowEvent.WindowStarted.class)
                    .add("ProgressPosted", WindowEvent.ProgressPosted.class)
                    .add("ImpactChanged", WindowEvent.ImpactChanged.class)
                    .add("ReadinessRecorded", WindowEvent.ReadinessRecorded.class)
                    .add("ReadinessForgotten", WindowEvent.ReadinessForgotten.class)
                    .add("ProviderNoticeReceived", WindowEvent.ProviderNoticeReceived.class)
                    .add("ExtensionProposed", WindowEvent.ExtensionProposed.class)
                    .add("ExtensionWithdrawn", WindowEvent.ExtensionWithdrawn.class)
                    .add("ExtensionDismissed", WindowEvent.ExtensionDismissed.class)
                    .add("WindowExtended", WindowEvent.WindowExtended.class)
                    .add("VerificationBegan", WindowEvent.VerificationBegan.class)
                    .add("CarryOutResumed", WindowEvent.CarryOutResumed.class)
                    .add("WindowOverran", WindowEvent.WindowOverran.class)
                    .add("WindowCompleted", WindowEvent.WindowCompleted.class)
                    .add("WindowCancelled", WindowEvent.WindowCancelled.class)
                    .build();

    public static final EventTypes<ComponentEvent> COMPONENT =
            EventTypes.of(ComponentEvent.class, PLANNER)
                    .add("ComponentAdded", ComponentEvent.ComponentAdded.class)
                    .add("ComponentRevised", ComponentEvent.ComponentRevised.class)
                    .add("LoadProfileSet", ComponentEvent.LoadProfileSet.class)
                    .build();

    public static final EventTypes<PolicyEvent> POLICY =
            EventTypes.of(PolicyEvent.class, PLANNER)
                    .add("PolicyChanged", PolicyEvent.PolicyChanged.class)
                    .add("PolicyLooseningProposed", PolicyEvent.PolicyLooseningProposed.class)
                    .add("PolicyLooseningRejected", PolicyEvent.PolicyLooseningRejected.class)
                    .build();

    public static final EventTypes<FreezeEvent> FREEZE =
            EventTypes.of(FreezeEvent.class, PLANNER)
                    .add("FreezeDeclared", FreezeEvent.FreezeDeclared.class)
                    .add("FreezeRevised", FreezeEvent.FreezeRevised.class)
                    .add("FreezeLifted", FreezeEvent.FreezeLifted.class)
                    .build();

    public static final EventTypes<SeriesEvent> SERIES =
            EventTypes.of(SeriesEvent.class, PLANNER)
                    .add("SeriesPlanned", SeriesEvent.SeriesPlanned.class)
                    .add("SeriesRevised", SeriesEvent.SeriesRevised.class)
                    .add("SeriesEnded", SeriesEvent.SeriesEnded.class)
                    .add("OccurrenceSkipped", SeriesEvent.OccurrenceSkipped.class)
                    .add("OccurrenceChanged", SeriesEvent.OccurrenceChanged.class)
                    .add("OccurrenceOpened", SeriesEvent.OccurrenceOpened.class)
                    .build();

    /** Not published. */
    public static final EventTypes<TokenEvent> TOKEN =
            EventTypes.of(TokenEvent.class, PLANNER)
                    .add("TokenIssued", TokenEvent.TokenIssued.class)
                    .add("TokenRevoked", TokenEvent.TokenRevoked.class)
                    .build();

    public static final EventTypes<ApiTokenEvent> API_TOKEN =
            EventTypes.of(ApiTokenEvent.class, PLANNER)
                    .add("ApiTokenIssued", ApiTokenEvent.ApiTokenIssued.class)
                    .add("ApiTokenRevoked", ApiTokenEvent.ApiTokenRevoked.class)
                    .build();

    private PlannerEvents() {}
}
