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
 * @param given absent until announced; negative when the start had passed by then
 * @param tooShort less was given than is required
 * @param announcedAt absent until announced
 * @param announceBy last moment for the announcement; absent once announced
 * @param scope of the policy that the announcement was judged by; until then, would be
 * @param version of the same
 * @param mode what the present policy does with a notice that is too short: WARN or REFUSE
 * @param delayTolerance of the present policy: by how much an announced start may be put off
 *     without a new notice
 */
public record NoticeView(
        Duration required,
        @Nullable Duration given,
        boolean tooShort,
        @Nullable Instant announcedAt,
        @Nullable Instant announceBy,
        String scope,
        int version,
        NoticePolicy.Mode mode,
        Duration delayTolerance) {

    static NoticeView of(Known w, NoticePolicy policy) {
        var announcement = w.promise().announcement();
        Duration required =
                announcement == null ? policy.requiredFor(w.plan()) : announcement.required();
        Duration given = announcement == null ? null : announcement.given();
        return new NoticeView(
                required,
                given,
                given != null && given.compareTo(required) < 0,
                announcement == null ? null : announcement.at(),
                announcement == null ? w.plan().start().minus(required) : null,
                announcement == null ? policy.scope() : announcement.policy().scope(),
                announcement == null ? policy.version() : announcement.policy().version(),
                policy.mode(),
                policy.delayTolerance());
    }
}
