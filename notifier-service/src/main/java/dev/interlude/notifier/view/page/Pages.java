package dev.interlude.notifier.view.page;

import dev.interlude.notifier.Site;
import dev.interlude.notifier.view.answer.Rendered;
import dev.interlude.notifier.view.board.Board;
import dev.interlude.notifier.view.board.WindowHistory;
import dev.interlude.web.Frame;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;

/** Renders the pages; complete without a script. */
@ApplicationScoped
class Pages {

    private final Engine templates;
    private final Frame frame;

    Pages(Engine templates, Site site) {
        this.templates = templates;
        this.frame = Frame.of(site.title(), "/");
    }

    Rendered status(Board board) {
        return page("notifier/status.html", StatusView.of(frame, board));
    }

    Rendered history(Board board) {
        return page("notifier/history.html", HistoryView.of(frame, board));
    }

    Rendered maintenance(WindowHistory window) {
        return page("notifier/maintenance.html", MaintenanceView.of(frame, window));
    }

    private Rendered page(String template, Object view) {
        return Rendered.of(
                Rendered.HTML, templates.getTemplate(template).data("view", view).render());
    }
}
