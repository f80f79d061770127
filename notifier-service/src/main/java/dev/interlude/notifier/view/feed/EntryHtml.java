package dev.interlude.notifier.view.feed;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;

/** The body of an entry as a piece of HTML, everything in it escaped. */
@ApplicationScoped
class EntryHtml {

    private final Engine templates;

    EntryHtml(Engine templates) {
        this.templates = templates;
    }

    String of(Entry entry) {
        return templates.getTemplate("notifier/entry.html").data("entry", entry).render().strip();
    }
}
