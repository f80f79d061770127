package dev.interlude.notifier.notice;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.notifier.notice.NoticeCommand.TellWhatHolds;
import java.util.Map;

/**
 * After a restore of the planner's store the public is told what holds, where that is not what it
 * was told last; and of nothing that it was told already.
 */
final class Correcting {

    private static final String NO_LONGER =
            "This announcement no longer holds: the system we plan with was restored from a backup."
                    + " What is planned will be announced anew.";
    private static final String NOW =
            "The system we plan with was restored from a backup. What holds now: from {{start}} to"
                    + " {{end}}.";

    private Correcting() {}

    static Decision<NoticeEvent> tell(TellWhatHolds c, Notices told) {
        PublicWindow last = told.last();
        String number = told.number();
        if (last == null || number == null) {
            return Decision.nothing();
        }
        WindowPicture now = c.picture();
        if (now != null && isPublic(now)) {
            return told.alreadyShows(now.window())
                    ? Decision.nothing()
                    : publish(c, now, NOW, told);
        }
        return last.state().over()
                ? Decision.nothing()
                : publish(
                        c,
                        new WindowPicture(c.windowId(), number, true, last.cancelled()),
                        NO_LONGER,
                        told);
    }

    /** What is planned and not announced is for nobody to see. */
    private static boolean isPublic(WindowPicture now) {
        return now.forThePublic() && now.window().state() != WindowState.Planned;
    }

    private static Decision<NoticeEvent> publish(
            TellWhatHolds c, WindowPicture picture, String text, Notices told) {
        return NoticeDecider.publish(
                c.act(),
                c.cause(),
                NoticeKind.CORRECTION,
                null,
                Map.of("en", text),
                null,
                picture,
                told);
    }
}
