package dev.interlude.checklist.checklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the crew besides driver, buddy and liaison: an expert, or who has one of these roles
 * for a part of the window.
 *
 * @param lane lane of the steps that are theirs: a slug, or {@code driver}, {@code buddy}, {@code
 *     liaison}
 * @param person opaque id
 * @param from when their time begins, UTC; null for all the while
 * @param to when it is over; null for the end of the window
 */
public record Expert(String lane, String person, @Nullable Instant from, @Nullable Instant to) {

    /** All the while. */
    public Expert(String lane, String person) {
        this(lane, person, null, null);
    }

    boolean hasTimes() {
        return from != null || to != null;
    }

    boolean covers(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }
}
