package dev.interlude.planner.view.windowlist;

import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.State;
import dev.interlude.planner.window.WindowEvent;
import dev.interlude.planner.window.WindowEvent.CarryOutResumed;
import dev.interlude.planner.window.WindowEvent.CrewAccepted;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.CrewDeclined;
import dev.interlude.planner.window.WindowEvent.ExtensionDismissed;
import dev.interlude.planner.window.WindowEvent.ExtensionProposed;
import dev.interlude.planner.window.WindowEvent.ExtensionWithdrawn;
import dev.interlude.planner.window.WindowEvent.ImpactChanged;
import dev.interlude.planner.window.WindowEvent.ProgressPosted;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.planner.window.WindowEvent.ReminderDue;
import dev.interlude.planner.window.WindowEvent.ReminderMissed;
import dev.interlude.planner.window.WindowEvent.VerificationBegan;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowCancelled;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowOverran;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each event does to the row of its window. */
final class RowEvolution {

    private RowEvolution() {}

    static void apply(WindowRow row, WindowEvent event, @Nullable Long ordinal) {
        switch (event) {
            case WindowPlanned e -> plan(row, e, ordinal == null ? 0 : ordinal);
            case WindowRevised e -> row.title = e.title() == null ? row.title : e.title();
            case WindowAnnounced _ -> row.state = State.ANNOUNCED.written();
            case WindowStarted _, CarryOutResumed _ -> row.state = State.IN_PROGRESS.written();
            case VerificationBegan _ -> row.state = State.VERIFYING.written();
            case WindowOverran _ -> row.overrun = true;
            case WindowExtended e -> {
                row.endsAt = e.newEnd();
                row.overrun = false;
            }
            case WindowCompleted _ -> end(row, State.COMPLETED);
            case WindowCancelled _ -> end(row, State.CANCELLED);
            case CrewAssigned _, CrewAccepted _, CrewDeclined _ -> {}
            case ReminderDue _, ReminderMissed _, ReadinessRecorded _ -> {}
            case ProgressPosted _, ImpactChanged _ -> {}
            case ExtensionProposed _, ExtensionWithdrawn _, ExtensionDismissed _ -> {}
        }
    }

    /** All components after the event, or null when it does not change them. */
    static @Nullable List<ComponentImpact> components(WindowEvent event) {
        if (event instanceof WindowPlanned e) {
            return e.components();
        }
        return event instanceof WindowRevised e ? e.components() : null;
    }

    private static void plan(WindowRow row, WindowPlanned e, long number) {
        row.number = number;
        row.title = e.title();
        row.state = State.PLANNED.written();
        row.kind = e.kind().name();
        row.audience = e.audience().name();
        row.team = e.team();
        row.zone = e.zone();
        row.startsAt = e.start();
        row.endsAt = e.end();
    }

    private static void end(WindowRow row, State state) {
        row.state = state.written();
        row.overrun = false;
    }
}
