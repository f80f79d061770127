package dev.interlude.planner.view.windowlist;

import dev.interlude.planner.view.windowlist.ListedWindow.ListedComponent;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.SafeguardEvent;
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
import dev.interlude.planner.window.WindowEvent.ReadinessForgotten;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.planner.window.WindowEvent.ReminderDue;
import dev.interlude.planner.window.WindowEvent.ReminderMissed;
import dev.interlude.planner.window.WindowEvent.StartDelayed;
import dev.interlude.planner.window.WindowEvent.TextCorrected;
import dev.interlude.planner.window.WindowEvent.UpdateDue;
import dev.interlude.planner.window.WindowEvent.VerificationBegan;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowCancelled;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowConfirmed;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
import dev.interlude.planner.window.WindowEvent.WindowOverran;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each event does to the row of its window. */
final class RowEvolution {

    private RowEvolution() {}

    static ListedWindow evolve(
            @Nullable ListedWindow row, WindowEvent event, @Nullable Long ordinal) {
        return switch (event) {
            case WindowPlanned e -> planned(e, ordinal == null ? 0 : ordinal);
            case WindowRevised e -> revised(present(row), e);
            case WindowAnnounced _ -> present(row).in(State.ANNOUNCED);
            case WindowStarted _, CarryOutResumed _ -> present(row).in(State.IN_PROGRESS);
            case VerificationBegan _ -> present(row).in(State.VERIFYING);
            case WindowOverran _ -> present(row).pastItsEnd();
            case WindowExtended e -> present(row).until(e.newEnd());
            case WindowMoved e -> present(row).moved(e.start(), e.end());
            case WindowCompleted _ -> present(row).in(State.COMPLETED);
            case WindowCancelled _ -> present(row).in(State.CANCELLED);
            case CrewAssigned _, CrewAccepted _, CrewDeclined _ -> present(row);
            case SafeguardEvent.RollbackBegan _ -> present(row).in(State.ROLLING_BACK);
            case WindowEvent.AmongPeople _ -> present(row);
            case ReminderDue _, ReminderMissed _, ReadinessRecorded _, ReadinessForgotten _ ->
                    present(row);
            case ProgressPosted _, ImpactChanged _ -> present(row);
            case WindowConfirmed _, StartDelayed _, UpdateDue _, TextCorrected _ -> present(row);
            case ExtensionProposed _, ExtensionWithdrawn _, ExtensionDismissed _ -> present(row);
        };
    }

    private static ListedWindow present(@Nullable ListedWindow row) {
        return Objects.requireNonNull(row, "a window begins with its plan");
    }

    private static ListedWindow revised(ListedWindow row, WindowRevised e) {
        return row.revised(
                e.title() == null ? row.title() : e.title(),
                e.components() == null ? row.components() : listed(row.id(), e.components()),
                e.audience() == null ? row.audience() : e.audience().name());
    }

    private static ListedWindow planned(WindowPlanned e, long number) {
        return new ListedWindow(
                e.windowId(),
                number,
                e.title(),
                State.PLANNED.written(),
                false,
                e.kind().name(),
                e.audience().name(),
                e.team(),
                e.zone(),
                e.start(),
                e.end(),
                listed(e.windowId(), e.components()));
    }

    private static List<ListedComponent> listed(String id, List<ComponentImpact> components) {
        return IntStream.range(0, components.size())
                .mapToObj(i -> ListedComponent.of(id, i, components.get(i)))
                .toList();
    }
}
