package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.Seen;
import dev.interlude.eventlog.decider.Rejection;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What lies before two people who decide whether to pass the point of no return. */
public final class GoNoGo {

    private static final Duration NOTICEABLE = Duration.ofMinutes(5);

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

    /**
     * A go holds for what its giver saw: the same end and concerns, and no noticeably less time.
     *
     * @param seen null when they don't say
     */
    static @Nullable Rejection refuse(
            Checklist checklist, Step step, @Nullable Seen seen, Instant now) {
        Seen is = seen == null ? null : seen(checklist, now);
        if (seen == null || is == null) {
            return null;
        }
        boolean holds =
                is.announcedEnd().equals(seen.announcedEnd())
                        && is.openConcerns() == seen.openConcerns()
                        && !lost(seen.slack(), is.slack())
                        && !lost(seen.rollbackReserve(), is.rollbackReserve());
        return holds ? null : differs(step, is);
    }

    private static boolean lost(@Nullable Duration seen, @Nullable Duration is) {
        return is == null ? seen != null : seen == null || seen.compareTo(is.plus(NOTICEABLE)) >= 0;
    }

    private static Rejection differs(Step step, Seen is) {
        return Rejection.conflict(
                        "seen-differs", "what the go rests on is no longer so: look again")
                .with("stepId", step.id())
                .with("goNoGo", is);
    }
}
