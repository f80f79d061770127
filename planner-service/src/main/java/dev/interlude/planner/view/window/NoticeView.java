package dev.interlude.planner.view.window;

import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.Window.Known;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notice by the policy.
 *
 * @param required least time from the announcement to the start
 * @param given absent until announced
 * @param announcedAt absent until announced
 * @param announceBy last moment for the announcement; absent once announced
 */
public record NoticeView(
        Duration required,
        @Nullable Duration given,
        @Nullable Instant announcedAt,
        @Nullable Instant announceBy) {

    static NoticeView of(Known w, NoticePolicy policy) {
        var announcement = w.promise().announcement();
        if (announcement != null) {
            return new NoticeView(
                    announcement.required(), announcement.given(), announcement.at(), null);
        }
        Duration required = policy.required(w.plan().components(), w.plan().audience());
        return new NoticeView(required, null, null, w.plan().start().minus(required));
    }
}
