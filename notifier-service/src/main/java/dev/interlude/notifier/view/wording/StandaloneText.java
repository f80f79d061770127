package dev.interlude.notifier.view.wording;

import dev.interlude.notifier.notice.NoticeKind;
import dev.interlude.notifier.notice.PublicWindow;
import dev.interlude.notifier.view.board.PublicNotice;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The text of a notice where it stands alone: an extension names both ends, a move both starts,
 * whatever was written.
 */
public final class StandaloneText {

    private StandaloneText() {}

    public static String of(PublicNotice notice) {
        String text = Plain.of(NoticeText.of(notice).text());
        PublicWindow window = notice.window();
        Instant previous = window.previousEnd();
        ZoneId zone = Times.zone(window.zone());
        Instant moved = window.previousStart();
        if (notice.notice().kind() == NoticeKind.MOVED && moved != null) {
            return (text
                            + "\n\nNew start: "
                            + Times.inText(window.start(), zone)
                            + " (before: "
                            + Times.inText(moved, zone)
                            + ").")
                    .strip();
        }
        if (notice.notice().kind() != NoticeKind.EXTENDED || previous == null) {
            return text;
        }
        String before = Times.inText(previous, zone);
        String now = Times.inText(window.end(), zone);
        return text.contains(before) && text.contains(now)
                ? text
                : (text + "\n\nNew end: " + now + " (before: " + before + ").").strip();
    }
}
