package dev.interlude.notifier.view.statuspage;

import static dev.interlude.notifier.view.statuspage.StatuspagePage.millis;

import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.view.board.PublicNotice;
import dev.interlude.notifier.view.board.WindowHistory;
import dev.interlude.notifier.view.wording.StandaloneText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice in Statuspage's shape; an extension's body names both ends.
 *
 * @param id the notice's id
 * @param displayAt when it happened; {@code createdAt} is when it was told
 */
record IncidentUpdate(
        String id,
        String status,
        String body,
        String incidentId,
        Instant createdAt,
        Instant updatedAt,
        Instant displayAt,
        List<Affected> affectedComponents,
        boolean deliverNotifications,
        @Nullable String customTweet,
        @Nullable String tweetId) {

    /** A component before and after an update. */
    record Affected(String code, String name, String oldStatus, String newStatus) {}

    static IncidentUpdate of(PublicNotice it, WindowHistory history) {
        var window = it.window();
        return new IncidentUpdate(
                it.notice().noticeId(),
                ScheduledMaintenance.status(window.state()),
                StandaloneText.of(it),
                history.id(),
                millis(it.publishedAt()),
                millis(it.publishedAt()),
                millis(it.occurredAt()),
                window.components().stream().map(c -> affected(c, it, history)).toList(),
                true,
                null,
                null);
    }

    private static Affected affected(
            AffectedComponent component, PublicNotice it, WindowHistory history) {
        return new Affected(
                component.id(),
                component.name(),
                status(before(it, history), component.id()),
                status(it, component.id()));
    }

    private static @Nullable PublicNotice before(PublicNotice it, WindowHistory history) {
        int index = history.notices().indexOf(it);
        return index < 1 ? null : history.notices().get(index - 1);
    }

    private static String status(@Nullable PublicNotice notice, String component) {
        if (notice == null
                || notice.window().state().over()
                || !notice.window().state().running()) {
            return "operational";
        }
        return notice.window().components().stream()
                .filter(c -> c.id().equals(component))
                .map(c -> StatuspageComponent.status(c.impact()))
                .findFirst()
                .orElse("operational");
    }
}
