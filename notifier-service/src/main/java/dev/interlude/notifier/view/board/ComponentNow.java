package dev.interlude.notifier.view.board;

import dev.interlude.notifier.notice.Impact;
import java.time.Instant;

/**
 * How a component is now, as far as maintenance goes.
 *
 * @param impact the worst of all running windows and of what finished ones left
 * @param underMaintenance whether a running window touches it
 * @param firstTold when it was first mentioned in public, UTC
 * @param lastTold when a notice last mentioned it, UTC
 */
public record ComponentNow(
        String id,
        String name,
        Impact impact,
        boolean underMaintenance,
        Instant firstTold,
        Instant lastTold) {}
