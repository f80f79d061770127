package dev.interlude.planner;

import dev.interlude.eventlog.EventTypes;
import dev.interlude.planner.component.ComponentEvent;
import dev.interlude.planner.window.WindowEvent;

/** The names of the planner's events on disk and on the wire. */
public final class PlannerEvents {

    private static final String PLANNER = "planner";

    public static final EventTypes<WindowEvent> WINDOW =
            EventTypes.of(WindowEvent.class, PLANNER)
                    .add("WindowPlanned", WindowEvent.WindowPlanned.class)
                    .add("WindowRevised", WindowEvent.WindowRevised.class)
                    .add("CrewAssigned", WindowEvent.CrewAssigned.class)
                    .add("CrewAccepted", WindowEvent.CrewAccepted.class)
                    .add("CrewDeclined", WindowEvent.CrewDeclined.class)
                    .add("WindowAnnounced", WindowEvent.WindowAnnounced.class)
                    .add("ReminderDue", WindowEvent.ReminderDue.class)
                    .add("ReminderMissed", WindowEvent.ReminderMissed.class)
                    .add("WindowStarted", WindowEvent.WindowStarted.class)
                    .add("ProgressPosted", WindowEvent.ProgressPosted.class)
                    .add("ImpactChanged", WindowEvent.ImpactChanged.class)
                    .add("ReadinessRecorded", WindowEvent.ReadinessRecorded.class)
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
                    .build();

    private PlannerEvents() {}
}
