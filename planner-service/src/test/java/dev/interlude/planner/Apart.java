package dev.interlude.planner;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Times for windows of the same few people, who can't drive two at once. */
final class Apart {

    private static final Duration EACH = Duration.ofHours(3);
    private static final AtomicReference<Instant> LAST = new AtomicReference<>(Instant.EPOCH);

    private Apart() {}

    /** Not before that, and later than all that were given before, by more than a window lasts. */
    static Instant next(Instant earliest) {
        return LAST.updateAndGet(
                last -> last.plus(EACH).isAfter(earliest) ? last.plus(EACH) : earliest);
    }
}
