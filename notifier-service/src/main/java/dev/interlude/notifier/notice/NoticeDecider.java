package dev.interlude.notifier.notice;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.notifier.notice.NoticeEvent.NoticePublished;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether the public is told of what the planner said, and in which words. */
public final class NoticeDecider implements Decider<NoticeCommand, NoticeEvent, Notices> {

    @Override
    public Notices initial() {
        return Notices.NONE;
    }

    @Override
    public Decision<NoticeEvent> decide(NoticeCommand command, Notices told) {
        return switch (command) {
            case NoticeCommand.TellOf tell -> tell(tell, told);
            case NoticeCommand.Correct correct -> correct(correct, told);
            case NoticeCommand.Remind remind -> remind(remind, told);
            case NoticeCommand.TellWhatHolds holds -> Correcting.tell(holds, told);
        };
    }

    @Override
    public Notices evolve(Notices told, Recorded<NoticeEvent> recorded) {
        return switch (recorded.event()) {
            case NoticePublished notice -> told.with(notice);
        };
    }

    private static Decision<NoticeEvent> tell(NoticeCommand.TellOf tell, Notices told) {
        if (!mayBeTold(tell.kind(), tell.picture(), told) || saysNothingNew(tell, told)) {
            return Decision.nothing();
        }
        Map<String, String> text =
                tell.text().isEmpty()
                        ? DefaultText.of(tell.kind(), tell.picture().window(), told.last())
                        : tell.text();
        return publish(
                tell.act(), tell.cause(), tell.kind(), null, text, null, tell.picture(), told);
    }

    /** It stands as a notice of its own too: who was told the other text learns of this one. */
    private static Decision<NoticeEvent> correct(NoticeCommand.Correct it, Notices told) {
        return mayBeTold(NoticeKind.CORRECTION, it.picture(), told)
                ? publish(
                        it.act(),
                        it.cause(),
                        NoticeKind.CORRECTION,
                        null,
                        it.text(),
                        it.corrects(),
                        it.picture(),
                        told)
                : Decision.nothing();
    }

    private static Decision<NoticeEvent> remind(NoticeCommand.Remind remind, Notices told) {
        PublicWindow window = remind.picture().window();
        if (!mayBeTold(NoticeKind.REMINDER, remind.picture(), told)
                || Reminder.whyStale(remind.start(), window, remind.act().now()) != null) {
            return Decision.nothing();
        }
        Map<String, String> text = DefaultText.of(NoticeKind.REMINDER, window, told.last());
        return publish(
                remind.act(),
                remind.cause(),
                NoticeKind.REMINDER,
                remind.reminder(),
                text,
                null,
                remind.picture(),
                told);
    }

    /** A window is invisible until it is announced; one that is for staff stays so. */
    private static boolean mayBeTold(NoticeKind kind, WindowPicture picture, Notices told) {
        return picture.forThePublic() && (kind == NoticeKind.ANNOUNCED || !told.nothingTold());
    }

    /** A change of internal fields, or an internal update: nothing that the public can see. */
    private static boolean saysNothingNew(NoticeCommand.TellOf tell, Notices told) {
        return switch (tell.kind()) {
            case REVISED, PROGRESS ->
                    tell.text().isEmpty() && told.alreadyShows(tell.picture().window());
            case ANNOUNCED,
                    REMINDER,
                    MOVED,
                    DELAYED,
                    STARTED,
                    IMPACT_CHANGED,
                    EXTENDED,
                    OVERRUN,
                    VERIFYING,
                    ROLLING_BACK,
                    COMPLETED,
                    CANCELLED,
                    CORRECTION ->
                    false;
        };
    }

    static Decision<NoticeEvent> publish(
            Act act,
            Cause cause,
            NoticeKind kind,
            @Nullable String reminder,
            Map<String, String> text,
            @Nullable String corrects,
            WindowPicture picture,
            Notices told) {
        var notice =
                new NoticePublished(
                        cause.id().toString(),
                        kind,
                        picture.windowId(),
                        picture.number(),
                        told.ordinal() + 1,
                        text,
                        corrects,
                        picture.window(),
                        reminder);
        return told.onceAlready(notice)
                ? Decision.nothing()
                : Decision.acceptAt(notLaterThan(act.now(), cause.occurredAt()), notice);
    }

    /** Two services' clocks may differ a little; nothing occurs in the future. */
    private static Instant notLaterThan(Instant now, Instant occurredAt) {
        return occurredAt.isAfter(now) ? now : occurredAt;
    }
}
