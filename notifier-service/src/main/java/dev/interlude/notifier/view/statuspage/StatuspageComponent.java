package dev.interlude.notifier.view.statuspage;

import dev.interlude.notifier.notice.Impact;
import dev.interlude.notifier.view.board.Board;
import dev.interlude.notifier.view.board.ComponentNow;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A component in Statuspage's shape; members that we have no meaning for are null. */
record StatuspageComponent(
        String id,
        String name,
        String status,
        Instant createdAt,
        Instant updatedAt,
        int position,
        @Nullable String description,
        boolean showcase,
        @Nullable String startDate,
        @Nullable String groupId,
        String pageId,
        boolean group,
        boolean onlyShowIfDegraded) {

    static List<StatuspageComponent> of(Board board) {
        var all = board.components();
        return IntStream.range(0, all.size()).mapToObj(i -> of(all.get(i), i + 1)).toList();
    }

    private static StatuspageComponent of(ComponentNow component, int position) {
        return new StatuspageComponent(
                component.id(),
                component.name(),
                status(component),
                StatuspagePage.millis(component.firstTold()),
                StatuspagePage.millis(component.lastTold()),
                position,
                null,
                false,
                null,
                null,
                StatuspagePage.ID,
                false,
                false);
    }

    private static String status(ComponentNow component) {
        return component.underMaintenance() && component.impact() != Impact.NO_IMPACT
                ? "under_maintenance"
                : status(component.impact());
    }

    static String status(Impact impact) {
        return switch (impact) {
            case NO_IMPACT, REDUCED_REDUNDANCY -> "operational";
            case DEGRADED -> "degraded_performance";
            case OUTAGE -> "major_outage";
        };
    }
}
