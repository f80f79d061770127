package dev.interlude.checklist.view;

import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistEvent.NotUndone;
import dev.interlude.checklist.checklist.ChecklistEvent.Undo;
import dev.interlude.checklist.checklist.Mode;
import dev.interlude.checklist.checklist.Return;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.checklist.StepRecord;
import dev.interlude.checklist.checklist.StepState;
import dev.interlude.checklist.checklist.Window;
import dev.interlude.checklist.forecast.Schedule;
import dev.interlude.checklist.forecast.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way back, exactly: what undoes the begun steps, the last one first, and what is verified
 * then. Before a rollback as it would be from now on, during one as it goes. Instants UTC.
 *
 * @param begun whether it goes already
 * @param pastPointOfNoReturn whether a begun step has no way back
 * @param notUndone begun steps that stay as they are; only before it begins
 * @param duration of what is left of it; null as long as the window is not known here
 * @param endsAt when that is done, from now on
 * @param lastMoment last instant to turn back and be done by the announced end; null once it goes
 */
public record RollbackView(
        boolean begun,
        boolean pastPointOfNoReturn,
        List<UndoView> steps,
        List<UndoView> verify,
        List<NotUndone> notUndone,
        @Nullable Duration duration,
        @Nullable Instant endsAt,
        @Nullable Instant lastMoment) {

    /**
     * A step of the way back.
     *
     * @param undoes the carry-out step; null for a step that undoes none, and for a verify step
     * @param startsAt forecast; null for what is done or running, and without a forecast
     */
    public record UndoView(
            String stepId,
            String title,
            @Nullable String undoes,
            String lane,
            Mode mode,
            Duration expectedDuration,
            List<String> dependsOn,
            StepState state,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}

    /**
     * As of an instant.
     *
     * @param checklist drafted
     */
    public static RollbackView of(Checklist checklist, Instant now) {
        Return way = Return.from(checklist, now);
        Schedule schedule = way.schedule();
        Window window = checklist.window();
        Duration left =
                schedule == null
                        ? null
                        : Duration.between(now, schedule.end()).truncatedTo(ChronoUnit.SECONDS);
        return new RollbackView(
                way.begun(),
                checklist.pastPointOfNoReturn(),
                steps(checklist, way.way().steps(), schedule),
                steps(checklist, way.way().verify(), schedule),
                way.way().notUndone(),
                left,
                schedule == null ? null : schedule.end().truncatedTo(ChronoUnit.SECONDS),
                way.begun() || left == null || window == null ? null : window.end().minus(left));
    }

    private static List<UndoView> steps(
            Checklist checklist, List<Undo> undos, @Nullable Schedule schedule) {
        return undos.stream()
                .flatMap(undo ->
                        checklist.step(undo.stepId()).stream()
                                .map(s -> view(checklist, s, undo, schedule)))
                .toList();
    }

    private static UndoView view(
            Checklist checklist, StepRecord s, Undo undo, @Nullable Schedule schedule) {
        Step step = s.step();
        Slot slot = schedule == null ? null : schedule.slots().get(step.id());
        return new UndoView(
                step.id(),
                step.title(),
                undo.undoes(),
                step.lane(),
                step.mode(),
                step.expectedDuration(),
                undo.dependsOn(),
                checklist.stateOf(s),
                slot == null ? null : slot.start().truncatedTo(ChronoUnit.SECONDS),
                slot == null ? null : slot.end().truncatedTo(ChronoUnit.SECONDS));
    }
}
