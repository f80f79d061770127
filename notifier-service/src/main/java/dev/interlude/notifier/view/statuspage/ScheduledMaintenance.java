package dev.interlude.notifier.view.statuspage;

import static dev.interlude.notifier.view.statuspage.StatuspagePage.millis;

import dev.interlude.notifier.Site;
import dev.interlude.notifier.notice.NoticeKind;
import dev.interlude.notifier.notice.PublicWindow;
import dev.interlude.notifier.notice.WindowState;
import dev.interlude.notifier.view.board.PublicNotice;
import dev.interlude.notifier.view.board.WindowHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window in Statuspage's shape.
 *
 * @param status {@code scheduled}, {@code in_progress}, {@code verifying}, {@code completed}
 * @param impact always {@code maintenance}
 * @param startedAt when the work began; null before
 * @param monitoringAt when the verification began; null before
 * @param resolvedAt when it was over; null before
 * @param scheduledUntil the end that holds now
 * @param incidentUpdates the notices, newest first
 */
record ScheduledMaintenance(
        String id,
        String name,
        String status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant monitoringAt,
        @Nullable Instant resolvedAt,
        String impact,
        String shortlink,
        @Nullable Instant startedAt,
        String pageId,
        List<IncidentUpdate> incidentUpdates,
        List<StatuspageComponent> components,
        Instant scheduledFor,
        Instant scheduledUntil) {

    static ScheduledMaintenance of(
            WindowHistory history, List<StatuspageComponent> components, Site site) {
        PublicWindow window = history.window();
        return new ScheduledMaintenance(
                history.id(),
                window.title(),
                status(window.state()),
                millis(history.first().publishedAt()),
                millis(history.latest().publishedAt()),
                first(history, NoticeKind.VERIFYING),
                window.state().over() ? millis(over(history)) : null,
                "maintenance",
                site.at("/maintenance/" + history.number()),
                first(history, NoticeKind.STARTED),
                StatuspagePage.ID,
                history.newestFirst().stream().map(n -> IncidentUpdate.of(n, history)).toList(),
                components.stream().filter(c -> touches(window, c)).toList(),
                millis(window.start()),
                millis(window.end()));
    }

    static String status(WindowState state) {
        return switch (state) {
            case Planned, Announced -> "scheduled";
            case InProgress, RollingBack -> "in_progress";
            case Verifying -> "verifying";
            case Completed, Cancelled -> "completed";
        };
    }

    private static @Nullable Instant first(WindowHistory history, NoticeKind kind) {
        return history.notices().stream()
                .filter(n -> n.notice().kind() == kind)
                .map(n -> millis(n.occurredAt()))
                .findFirst()
                .orElse(null);
    }

    private static Instant over(WindowHistory history) {
        PublicNotice last = history.latest();
        Instant actualEnd = last.window().actualEnd();
        return actualEnd == null ? last.occurredAt() : actualEnd;
    }

    private static boolean touches(PublicWindow window, StatuspageComponent component) {
        return window.components().stream().anyMatch(c -> c.id().equals(component.id()));
    }
}
