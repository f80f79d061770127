package dev.interlude.notifier.view.page;

import dev.interlude.notifier.view.board.Board;
import dev.interlude.notifier.view.board.WindowHistory;
import dev.interlude.notifier.view.wording.Times;
import dev.interlude.web.Frame;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Windows that are over, by the month of their start. */
public record HistoryView(Frame frame, String title, List<Month> months) {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** One month with its windows, the latest first. */
    public record Month(String name, List<WindowView> windows) {}

    static HistoryView of(Frame frame, Board board) {
        var months = new LinkedHashMap<String, List<WindowView>>();
        for (WindowHistory window : board.ended()) {
            months.computeIfAbsent(month(window), _ -> new ArrayList<>())
                    .add(WindowView.of(window));
        }
        return new HistoryView(
                frame,
                "History · " + frame.site(),
                months.entrySet().stream().map(e -> new Month(e.getKey(), e.getValue())).toList());
    }

    private static String month(WindowHistory history) {
        var window = history.window();
        return MONTH.format(window.start().atZone(Times.zone(window.zone())));
    }
}
