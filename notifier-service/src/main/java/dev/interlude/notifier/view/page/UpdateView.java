package dev.interlude.notifier.view.page;

import dev.interlude.notifier.notice.NoticeKind;
import dev.interlude.notifier.view.board.PublicNotice;
import dev.interlude.notifier.view.wording.NoticeText;
import dev.interlude.notifier.view.wording.Times;
import dev.interlude.notifier.view.wording.Words;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A notice on a page.
 *
 * @param anchor id of its element
 * @param newEnd for an extension: the end that holds now; else null
 * @param previousEnd for an extension: the end that held before; else null
 * @param newStart for a move: the start that holds now; else null
 * @param previousStart for a move: the start that held before; else null
 */
public record UpdateView(
        String anchor,
        String kind,
        Looks looks,
        Moment at,
        NoticeText said,
        @Nullable Moment newEnd,
        @Nullable Moment previousEnd,
        @Nullable Moment newStart,
        @Nullable Moment previousStart) {

    static UpdateView of(PublicNotice notice) {
        var window = notice.window();
        ZoneId zone = Times.zone(window.zone());
        NoticeKind kind = notice.notice().kind();
        Instant previous = kind == NoticeKind.EXTENDED ? window.previousEnd() : null;
        Instant moved = kind == NoticeKind.MOVED ? window.previousStart() : null;
        return new UpdateView(
                "n" + notice.notice().ordinal(),
                Words.of(kind),
                Looks.of(kind),
                Moment.full(notice.occurredAt(), zone),
                NoticeText.of(notice),
                previous == null ? null : Moment.beside(window.start(), window.end(), zone),
                previous == null ? null : Moment.beside(window.start(), previous, zone),
                moved == null ? null : Moment.full(window.start(), zone),
                moved == null ? null : Moment.full(moved, zone));
    }
}
