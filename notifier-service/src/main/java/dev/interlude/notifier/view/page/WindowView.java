package dev.interlude.notifier.view.page;

import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.notice.WindowState;
import dev.interlude.notifier.view.board.WindowHistory;
import dev.interlude.notifier.view.wording.Times;
import dev.interlude.notifier.view.wording.Words;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window on a page.
 *
 * @param impactLabel says of which moment the impacts are
 * @param about the text it was announced with, its times as they are now
 * @param latest the newest notice; null while that is the announcement
 * @param updates all notices, newest first
 */
public record WindowView(
        String number,
        String title,
        String state,
        Looks looks,
        When when,
        String zone,
        String impactLabel,
        List<ComponentView> components,
        UpdateView about,
        @Nullable UpdateView latest,
        List<UpdateView> updates) {

    static WindowView of(WindowHistory history) {
        var window = history.window();
        return new WindowView(
                history.number(),
                window.title(),
                Words.of(window),
                Looks.of(window),
                When.of(window),
                Times.zone(window.zone()).getId(),
                impactLabel(window.state()),
                components(history).stream().map(ComponentView::of).toList(),
                UpdateView.of(history.first().about(window)),
                history.notices().size() == 1 ? null : UpdateView.of(history.latest()),
                history.newestFirst().stream().map(UpdateView::of).toList());
    }

    private static String impactLabel(WindowState state) {
        return switch (state) {
            case Planned, Announced -> "Expected impact";
            case InProgress, Verifying, RollingBack -> "Impact now";
            case Completed -> "Impact at its worst";
            case Cancelled -> "Impact that was expected";
        };
    }

    /** While it runs, how it is; when it is over, the worst it was. */
    private static Collection<AffectedComponent> components(WindowHistory history) {
        return history.window().state().over()
                ? history.worst().values()
                : history.window().components();
    }
}
