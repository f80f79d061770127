package dev.interlude.notifier.view.feed;

import dev.interlude.notifier.Site;
import dev.interlude.notifier.view.board.Board;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest notices of the site or of one component.
 *
 * @param query empty, or the query that selects the component
 * @param entries newest first
 */
record Feed(String title, String home, String query, Instant updated, List<Entry> entries) {

    private static final int ENTRIES = 50;

    static Feed of(Board board, Optional<String> component, Site site) {
        var notices = board.latest(component).stream().limit(ENTRIES).toList();
        return new Feed(
                site.title() + ": maintenance",
                site.at("/"),
                component.map(id -> "?component=" + id).orElse(""),
                notices.isEmpty() ? board.changedAt() : notices.getFirst().publishedAt(),
                notices.stream().map(n -> Entry.of(n, site)).toList());
    }
}
