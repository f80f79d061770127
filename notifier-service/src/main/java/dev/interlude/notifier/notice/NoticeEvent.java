package dev.interlude.notifier.notice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of {@code notices-<windowId>}: the public stream. */
public sealed interface NoticeEvent {

    /**
     * The public was told. Complete in itself: no earlier notice is needed to show it.
     *
     * @param noticeId id of the planner's event that caused it; the notice's identity everywhere
     * @param windowId the window it is about
     * @param number {@code M-} and the window's number
     * @param ordinal place among the notices of this window, from 1
     * @param text by language (BCP 47), placeholders {@code {{start}} {{end}} {{previousEnd}}
     *     {{duration}}} unrendered
     * @param corrects for a correction: the notice whose text this one replaces wherever it is
     *     shown; null else
     * @param window the public snapshot that holds from this notice on
     * @param reminder which of the window's reminders it is ({@code P1D}, ISO 8601); else null
     */
    record NoticePublished(
            String noticeId,
            NoticeKind kind,
            String windowId,
            String number,
            long ordinal,
            Map<String, String> text,
            @Nullable String corrects,
            PublicWindow window,
            @Nullable String reminder)
            implements NoticeEvent {

        /** Any other notice than a reminder. */
        public NoticePublished(
                String noticeId,
                NoticeKind kind,
                String windowId,
                String number,
                long ordinal,
                Map<String, String> text,
                @Nullable String corrects,
                PublicWindow window) {
            this(noticeId, kind, windowId, number, ordinal, text, corrects, window, null);
        }
    }
}
