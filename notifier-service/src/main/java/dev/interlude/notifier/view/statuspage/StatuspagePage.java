package dev.interlude.notifier.view.statuspage;

import dev.interlude.notifier.Site;
import dev.interlude.notifier.view.board.Board;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The {@code page} of every answer.
 *
 * @param updatedAt when the last notice was published
 */
record StatuspagePage(String id, String name, String url, String timeZone, Instant updatedAt) {

    static final String ID = "interlude";

    static StatuspagePage of(Board board, Site site) {
        return new StatuspagePage(
                ID, site.title(), site.at("/"), "Etc/UTC", millis(board.changedAt()));
    }

    /** Statuspage's readers expect no more than milliseconds. */
    static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
