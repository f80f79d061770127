package dev.interlude.notifier.view.statuspage;

import dev.interlude.notifier.Site;
import dev.interlude.notifier.view.answer.Rendered;
import dev.interlude.notifier.view.board.Board;
import dev.interlude.notifier.view.board.WindowHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The answers under {@code /api/v2}. Incidents are not ours, so there are never any. */
@ApplicationScoped
class StatuspageAnswers {

    private static final int MAINTENANCES = 50;

    private final Site site;

    StatuspageAnswers(Site site) {
        this.site = site;
    }

    private record Summary(
            StatuspagePage page,
            List<StatuspageComponent> components,
            List<Object> incidents,
            List<ScheduledMaintenance> scheduledMaintenances,
            StatuspageStatus status) {}

    private record Status(StatuspagePage page, StatuspageStatus status) {}

    private record Components(StatuspagePage page, List<StatuspageComponent> components) {}

    private record Incidents(StatuspagePage page, List<Object> incidents) {}

    private record Maintenances(
            StatuspagePage page, List<ScheduledMaintenance> scheduledMaintenances) {}

    Rendered summary(Board board) {
        return StatuspageJson.of(
                new Summary(
                        StatuspagePage.of(board, site),
                        StatuspageComponent.of(board),
                        List.of(),
                        maintenances(board, open(board)),
                        StatuspageStatus.of(board)));
    }

    Rendered status(Board board) {
        return StatuspageJson.of(
                new Status(StatuspagePage.of(board, site), StatuspageStatus.of(board)));
    }

    Rendered components(Board board) {
        return StatuspageJson.of(
                new Components(StatuspagePage.of(board, site), StatuspageComponent.of(board)));
    }

    Rendered incidents(Board board) {
        return StatuspageJson.of(new Incidents(StatuspagePage.of(board, site), List.of()));
    }

    Rendered all(Board board) {
        return listed(board, Stream.concat(open(board), board.ended().stream()));
    }

    Rendered upcoming(Board board) {
        return listed(board, board.upcoming().stream());
    }

    Rendered active(Board board) {
        return listed(board, board.running().stream());
    }

    private Rendered listed(Board board, Stream<WindowHistory> windows) {
        return StatuspageJson.of(
                new Maintenances(StatuspagePage.of(board, site), maintenances(board, windows)));
    }

    private List<ScheduledMaintenance> maintenances(Board board, Stream<WindowHistory> windows) {
        var components = StatuspageComponent.of(board);
        return windows.limit(MAINTENANCES)
                .map(w -> ScheduledMaintenance.of(w, components, site))
                .toList();
    }

    private static Stream<WindowHistory> open(Board board) {
        return Stream.concat(board.running().stream(), board.upcoming().stream());
    }
}
