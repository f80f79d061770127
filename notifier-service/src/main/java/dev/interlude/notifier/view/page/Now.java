package dev.interlude.notifier.view.page;

import dev.interlude.notifier.view.board.Board;
import dev.interlude.notifier.view.board.WindowHistory;
import dev.interlude.notifier.view.wording.Times;
import dev.interlude.notifier.view.wording.Words;

/**
 * What holds now, in a line and a half.
 *
 * @param headline the state of everything; we don't monitor, so it speaks of maintenance only
 * @param detail what comes next, or what is promised
 */
public record Now(String headline, String detail, Looks looks) {

    static Now of(Board board) {
        return board.running().isEmpty() ? quiet(board) : atWork(board);
    }

    private static Now quiet(Board board) {
        String next =
                board.upcoming().stream()
                        .findFirst()
                        .map(w -> "Next: " + w.window().title() + ", " + start(w))
                        .orElse("Nothing is announced.");
        return new Now("No maintenance under way", next, new Looks("good", "check"));
    }

    private static Now atWork(Board board) {
        boolean late = board.running().stream().anyMatch(w -> w.window().overrun());
        Looks looks = late ? new Looks("warn", "late") : new Looks("work", "work");
        if (board.running().size() > 1) {
            return new Now(
                    board.running().size() + " maintenances under way",
                    "Worst impact now: "
                            + Words.of(board.worstNow()).toLowerCase(java.util.Locale.ROOT)
                            + ".",
                    looks);
        }
        return new Now("Maintenance under way", promise(board.running().getFirst()), looks);
    }

    private static String promise(WindowHistory history) {
        var window = history.window();
        String end = Times.full(window.end(), Times.zone(window.zone()));
        if (window.overrun()) {
            return "It was to end on " + end + " and is still under way.";
        }
        return window.previousEnd() == null
                ? "It is planned to end on " + end + "."
                : "It was extended and now ends on " + end + ".";
    }

    private static String start(WindowHistory history) {
        var window = history.window();
        return Times.full(window.start(), Times.zone(window.zone())) + ".";
    }
}
