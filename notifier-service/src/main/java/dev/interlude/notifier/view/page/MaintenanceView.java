package dev.interlude.notifier.view.page;

import dev.interlude.notifier.view.board.WindowHistory;
import dev.interlude.web.Frame;

/** One window with all its notices. */
public record MaintenanceView(Frame frame, String title, WindowView window) {

    static MaintenanceView of(Frame frame, WindowHistory history) {
        var view = WindowView.of(history);
        return new MaintenanceView(frame, view.title() + " · " + frame.site(), view);
    }
}
