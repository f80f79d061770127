package dev.interlude.notifier.view.page;

import dev.interlude.notifier.view.board.Board;
import dev.interlude.notifier.view.board.WindowHistory;
import dev.interlude.web.Frame;
import java.util.List;

/** The status page: what runs first, then what comes, the components, what was. */
public record StatusView(
        Frame frame,
        String title,
        Now now,
        List<WindowView> running,
        List<WindowView> upcoming,
        List<ComponentView> components,
        List<WindowView> recent) {

    private static final int RECENT = 5;

    static StatusView of(Frame frame, Board board) {
        Now now = Now.of(board);
        return new StatusView(
                frame,
                now.headline() + " · " + frame.site(),
                now,
                views(board.running()),
                views(board.upcoming()),
                board.components().stream().map(ComponentView::now).toList(),
                views(board.ended().stream().limit(RECENT).toList()));
    }

    private static List<WindowView> views(List<WindowHistory> windows) {
        return windows.stream().map(WindowView::of).toList();
    }
}
