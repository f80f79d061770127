package dev.interlude.planner.view.ics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * An entry of the calendar of staff.
 *
 * @param uid the same for ever: of an occurrence that of the window it becomes
 * @param sequence how often what is shown has changed
 * @param zone that people think of it in
 * @param changedAt when what is shown was last changed, as far as that is known
 */
record IcsEntry(
        String uid,
        int sequence,
        Standing standing,
        String summary,
        String description,
        List<String> categories,
        ZoneId zone,
        Instant start,
        Instant end,
        Instant createdAt,
        Instant changedAt) {

    /** The STATUS of RFC 5545. */
    enum Standing {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }
}
