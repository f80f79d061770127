package dev.interlude.planner.view.board;

import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Plan;
import dev.interlude.planner.window.Window.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A window at work.
 *
 * @param end that people were told last
 * @param p50 when it is expected to end; absent while its checklist has not said so
 * @param slack from p50 to the end; negative when it will not fit
 * @param held nobody may start a step
 * @param nextUpdateBy when customers should hear of it again; absent when nobody said
 * @param components what is noticed now
 * @param crew driver first, opaque ids
 */
record BoardWindow(
        String id,
        @Nullable String number,
        String title,
        String team,
        String state,
        boolean overrun,
        boolean held,
        Instant start,
        Instant end,
        @Nullable Instant p50,
        @Nullable Duration slack,
        @Nullable Instant nextUpdateBy,
        List<ComponentImpact> components,
        List<String> crew,
        Map<String, String> links) {

    static BoardWindow of(Known w, @Nullable Instant p50) {
        Plan plan = w.plan();
        return new BoardWindow(
                plan.windowId(),
                plan.number() == null ? null : "M-" + plan.number(),
                plan.title(),
                plan.team(),
                w.state().written(),
                w.overrun(),
                w.safeguards().held(),
                w.course().startedAt() == null ? plan.start() : w.course().startedAt(),
                plan.end(),
                p50,
                p50 == null ? null : Duration.between(p50, plan.end()),
                nextUpdateBy(w),
                w.presentImpacts(),
                w.crew().members(),
                Map.of("self", "/api/v1/windows/" + plan.windowId()));
    }

    /** What was promised with the last update, or the rhythm since the last that was told. */
    private static @Nullable Instant nextUpdateBy(Known w) {
        var updates = w.course().updates();
        if (!updates.isEmpty() && updates.getLast().nextUpdateBy() != null) {
            return updates.getLast().nextUpdateBy();
        }
        Instant told =
                Stream.concat(
                                Stream.ofNullable(w.course().startedAt()),
                                updates.stream()
                                        .filter(update -> update.publicText() != null)
                                        .map(update -> update.occurredAt()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        Duration every = w.plan().updateEvery();
        return told == null || every == null ? null : told.plus(every);
    }

    static List<BoardWindow> byNeed(List<BoardWindow> all) {
        return all.stream()
                .sorted(
                        Comparator.comparing(
                                        BoardWindow::slack,
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(BoardWindow::end)
                                .thenComparing(BoardWindow::id))
                .toList();
    }
}
