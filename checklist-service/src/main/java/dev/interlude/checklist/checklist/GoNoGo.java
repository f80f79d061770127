package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.Seen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What lies before two people who decide whether to pass the point of no return. */
public final class GoNoGo {

    private GoNoGo() {}

    /** As of an instant; null without a forecast. */
    public static @Nullable Seen seen(Checklist checklist, Instant now) {
        return Lookout.from(checklist, now)
                .map(o ->
                        new Seen(
                                o.p50(),
                                o.p90(),
                                o.announcedEnd(),
                                o.slack(),
                                o.rollbackReserve(),
                                checklist.openConcerns().size()))
                .orElse(null);
    }
}
