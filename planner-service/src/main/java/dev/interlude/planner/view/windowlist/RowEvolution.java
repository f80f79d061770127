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
import dev.interlude.planner.window.WindowEvent.ProviderNoticeReceived;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each event does to the row of its window. */
final class RowEvolution {

    private static final int MOST = 20_000;

    private RowEvolution() {}

    static ListedWindow evolve(@Nullable ListedWindow row, WindowEvent event, At at) {
        if (event instanceof WindowPlanned planned) {
            return planned(planned, at);
        }
        ListedWindow before = Objects.requireNonNull(row, "a window begins with its plan");
        ListedWindow after = before.with(draft -> evolve(draft, event, before.id()));
        return after.equals(before) ? before : after.changed(at.recordedAt());
    }

    /** Where in the log an event is: the window's number with its first, and when. */
    record At(@Nullable Long ordinal, Instant recordedAt) {}

    private static void evolve(RowDraft row, WindowEvent event, String id) {
        switch (event) {
            case WindowPlanned _ -> {}
            case WindowRevised e -> revised(row, e, id);
            case WindowConfirmed _ -> {
                row.tentative = false;
                row.revised();
            }
            case WindowAnnounced _ -> {
                row.come(State.ANNOUNCED);
                row.announced = true;
                row.revised();
            }
            case WindowMoved e -> moved(row, e);
            case StartDelayed _ -> row.delayed = true;
            case WindowStarted _, CarryOutResumed _ -> row.come(State.IN_PROGRESS);
            case VerificationBegan _ -> row.come(State.VERIFYING);
            case SafeguardEvent.RollbackBegan _ -> row.come(State.ROLLING_BACK);
            case SafeguardEvent.HoldCalled _ -> row.holds++;
            case SafeguardEvent.HoldReleased _ -> row.holds--;
            case WindowOverran _ -> row.overrun = true;
            case WindowExtended e -> {
                row.endsAt = e.newEnd();
                row.overrun = false;
                row.revised();
            }
            case WindowCompleted e -> {
                row.come(State.COMPLETED);
                row.outcome = e.outcome().name();
                row.actualEnd = e.actualEnd();
                row.revised();
            }
            case WindowCancelled _ -> {
                row.come(State.CANCELLED);
                row.revised();
            }
            case TextCorrected e -> row.words = words(row.words, e.publicText().values());
            case CrewAssigned _, CrewAccepted _, CrewDeclined _ -> {}
            case WindowEvent.AmongPeople _ -> {}
            case ReminderDue _, ReminderMissed _, ReadinessRecorded _, ReadinessForgotten _ -> {}
            case ProgressPosted _, ImpactChanged _, UpdateDue _, ProviderNoticeReceived _ -> {}
            case ExtensionProposed _, ExtensionWithdrawn _, ExtensionDismissed _ -> {}
        }
    }

    private static void moved(RowDraft row, WindowMoved e) {
        row.startsAt = e.start();
        row.endsAt = e.end();
        row.overrun = false;
        row.delayed = false;
        row.revised();
    }

    private static void revised(RowDraft row, WindowRevised e, String id) {
        row.title = e.title() == null ? row.title : e.title();
        row.audience = e.audience() == null ? row.audience : e.audience().name();
        row.words =
                words(row.words, texts(e.title(), e.publicText(), e.internalText(), e.reason()));
        row.words = words(row.words, e.references() == null ? List.of() : e.references());
        if (e.components() != null) {
            row.components = listed(id, e.components());
        }
        if (e.title() != null || e.components() != null) {
            row.revised();
        }
    }

    private static ListedWindow planned(WindowPlanned e, At at) {
        String said = words("", texts(e.title(), e.publicText(), e.internalText(), e.reason()));
        return new ListedWindow(
                e.windowId(),
                at.ordinal() == null ? 0 : at.ordinal(),
                e.title(),
                State.PLANNED.written(),
                false,
                e.kind().name(),
                e.audience().name(),
                e.team(),
                e.zone(),
                e.start(),
                e.end(),
                e.tentative(),
                false,
                false,
                0,
                null,
                e.series() == null ? null : e.series().seriesId(),
                words(said, e.references()),
                null,
                0,
                at.recordedAt(),
                at.recordedAt(),
                listed(e.windowId(), e.components()));
    }

    private static List<String> texts(
            @Nullable String title,
            @Nullable Map<String, String> publicText,
            @Nullable Map<String, String> internalText,
            @Nullable String reason) {
        var all = new ArrayList<String>();
        Stream.of(title, reason).filter(Objects::nonNull).forEach(all::add);
        Stream.of(publicText, internalText)
                .filter(Objects::nonNull)
                .forEach(text -> all.addAll(text.values()));
        return all;
    }

    /** What it was called before can be searched as well. */
    private static String words(String before, Collection<String> more) {
        var all = new StringBuilder(before);
        for (String text : more) {
            String said = text.toLowerCase(Locale.ROOT);
            if (all.indexOf(said) < 0 && all.length() + said.length() < MOST) {
                all.append(said).append('\n');
            }
        }
        return all.toString();
    }

    private static List<ListedComponent> listed(String id, List<ComponentImpact> components) {
        return IntStream.range(0, components.size())
                .mapToObj(i -> ListedComponent.of(id, i, components.get(i)))
                .toList();
    }
}
