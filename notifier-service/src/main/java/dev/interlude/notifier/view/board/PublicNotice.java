package dev.interlude.notifier.view.board;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.notifier.notice.NoticeEvent.NoticePublished;
import dev.interlude.notifier.notice.PublicWindow;
import java.time.Instant;

/**
 * A notice as it was published.
 *
 * @param occurredAt when what it tells of happened, UTC
 * @param publishedAt when the public was told, UTC
 */
public record PublicNotice(NoticePublished notice, Instant occurredAt, Instant publishedAt) {

    static final String TYPE = "dev.interlude.notifier.NoticePublished.v1";

    /** True for the events that the public may see. */
    public static boolean isOne(LogEvent event) {
        return event.own() && event.type().equals(TYPE);
    }

    static PublicNotice of(LogEvent event) {
        return new PublicNotice(
                event.read(NoticePublished.class), event.occurredAt(), event.recordedAt());
    }

    public PublicWindow window() {
        return notice.window();
    }
}
