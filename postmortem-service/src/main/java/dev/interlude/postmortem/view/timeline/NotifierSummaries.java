package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.postmortem.heard.FromNotifier.NoticeDropped;
import dev.interlude.postmortem.heard.FromNotifier.NoticePublished;
import dev.interlude.postmortem.heard.FromNotifier.PublicWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sentences for the notifier's events. */
final class NotifierSummaries {

    private NotifierSummaries() {}

    static @Nullable String of(LogEvent event) {
        return switch (event.name()) {
            case "NoticePublished" -> published(event.read(NoticePublished.class));
            case "NoticeDropped" -> dropped(event.read(NoticeDropped.class));
            default -> null;
        };
    }

    private static String published(NoticePublished notice) {
        String said =
                notice.text() == null || notice.text().readable().isBlank()
                        ? ""
                        : ": " + rendered(notice.text().readable(), notice.window());
        return "Told the public ("
                + kind(notice.kind())
                + ", notice "
                + notice.ordinal()
                + ")"
                + said;
    }

    private static String dropped(NoticeDropped dropped) {
        return "Not told (" + kind(dropped.kind()) + "): " + dropped.reason();
    }

    private static String kind(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String rendered(String text, PublicWindow window) {
        ZoneId zone = window.zone();
        return text.replace("{{start}}", named(window.start(), zone))
                .replace("{{end}}", named(window.end(), zone))
                .replace(
                        "{{previousEnd}}",
                        window.previousEnd() == null ? "" : named(window.previousEnd(), zone))
                .replace(
                        "{{duration}}",
                        Times.length(Duration.between(window.start(), window.end())));
    }

    private static String named(Instant at, ZoneId zone) {
        return Times.day(at, zone) + " (" + zone + ")";
    }
}
