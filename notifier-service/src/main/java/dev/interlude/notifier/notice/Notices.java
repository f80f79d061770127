package dev.interlude.notifier.notice;

import dev.interlude.notifier.notice.NoticeEvent.NoticePublished;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the public was told about one window.
 *
 * @param ordinal of the last notice; 0 when nothing was told
 * @param number of the window; null when nothing was told
 * @param last the snapshot that was told last; null when nothing was told
 * @param byClock what timers led to, which is told once: a planner whose store was restored fires
 *     them again
 */
public record Notices(
        long ordinal, @Nullable String number, @Nullable PublicWindow last, Set<String> byClock) {

    static final Notices NONE = new Notices(0, null, null, Set.of());

    public Notices {
        byClock = Set.copyOf(byClock);
    }

    Notices with(NoticePublished notice) {
        Set<String> fired = new HashSet<>(byClock);
        String name = clockName(notice);
        if (name != null) {
            fired.add(name);
        }
        return new Notices(notice.ordinal(), notice.number(), notice.window(), fired);
    }

    boolean nothingTold() {
        return last == null;
    }

    boolean alreadyShows(PublicWindow window) {
        return window.equals(last);
    }

    /** True of what a timer said before. */
    boolean onceAlready(NoticePublished notice) {
        String name = clockName(notice);
        return name != null && byClock.contains(name);
    }

    private static @Nullable String clockName(NoticePublished notice) {
        return switch (notice.kind()) {
            case REMINDER ->
                    notice.reminder() == null
                            ? null
                            : "reminder %s of %s"
                                    .formatted(notice.reminder(), notice.window().start());
            case OVERRUN -> "overrun of " + notice.window().end();
            case DELAYED -> "delay of " + notice.window().start();
            default -> null;
        };
    }
}
