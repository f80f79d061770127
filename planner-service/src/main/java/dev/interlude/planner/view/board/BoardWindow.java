package dev.interlude.planner.view.board;

import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.NextUpdate;
import dev.interlude.planner.window.Plan;
import dev.interlude.planner.window.Safeguards.Hold;
import dev.interlude.planner.window.Window.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A window at work.
 *
 * @param end that people were told last
 * @param p50 when it is expected to end; absent while its checklist has not said so
 * @param slack from p50 to the end; negative when it will not fit
 * @param held nobody may start a step
 * @param holds those that stand, the first called first
 * @param nextUpdateBy by when its audience expects to hear more; absent when it doesn't
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
        List<Hold> holds,
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
                w.safeguards().holds().stream().filter(Hold::stands).toList(),
                w.course().startedAt() == null ? plan.start() : w.course().startedAt(),
                plan.end(),
                p50,
                p50 == null ? null : Duration.between(p50, plan.end()),
                NextUpdate.of(w),
                w.presentImpacts(),
                w.crew().members(),
                Map.of("self", "/api/v1/windows/" + plan.windowId()));
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
