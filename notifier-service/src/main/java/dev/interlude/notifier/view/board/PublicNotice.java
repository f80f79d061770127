package dev.interlude.notifier.view.board;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.notifier.notice.NoticeEvent.NoticePublished;
import dev.interlude.notifier.notice.PublicWindow;
import java.time.Instant;
import java.util.Map;

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

    /**
     * The other notice as it is shown from this one on: with the text that replaces its own, and
     * that of earlier corrections of it.
     */
    PublicNotice correct(PublicNotice other) {
        String wrong = notice.corrects();
        boolean same =
                wrong != null
                        && (wrong.equals(other.notice().noticeId())
                                || wrong.equals(other.notice().corrects()));
        return same ? other.with(notice.text(), other.window()) : other;
    }

    /** The same text about the window as it is later: its placeholders follow the times. */
    public PublicNotice about(PublicWindow later) {
        return with(notice.text(), later);
    }

    private PublicNotice with(Map<String, String> text, PublicWindow window) {
        return new PublicNotice(
                new NoticePublished(
                        notice.noticeId(),
                        notice.kind(),
                        notice.windowId(),
                        notice.number(),
                        notice.ordinal(),
                        text,
                        notice.corrects(),
                        window),
                occurredAt,
                publishedAt);
    }

    public PublicWindow window() {
        return notice.window();
    }
}
