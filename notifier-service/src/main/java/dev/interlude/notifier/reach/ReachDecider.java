package dev.interlude.notifier.reach;

import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.notifier.notice.NoticeKind;
import dev.interlude.notifier.notice.Reminder;
import dev.interlude.notifier.notice.WindowState;
import dev.interlude.notifier.reach.ReachEvent.NoticeDropped;

/** Keeps on record which reminders were dropped, for windows that the public is told of. */
public final class ReachDecider implements Decider<ReachCommand, ReachEvent, Reach> {

    @Override
    public Reach initial() {
        return new Reach(0);
    }

    @Override
    public Decision<ReachEvent> decide(ReachCommand command, Reach reach) {
        return switch (command) {
            case ReachCommand.JudgeReminder judge -> judge(judge);
        };
    }

    @Override
    public Reach evolve(Reach reach, Recorded<ReachEvent> recorded) {
        return switch (recorded.event()) {
            case NoticeDropped _ -> new Reach(reach.dropped() + 1);
        };
    }

    private static Decision<ReachEvent> judge(ReachCommand.JudgeReminder judge) {
        var picture = judge.picture();
        Reminder.Stale stale =
                Reminder.whyStale(judge.start(), picture.window(), judge.act().now());
        boolean neverTold =
                !picture.forThePublic() || picture.window().state() == WindowState.Planned;
        if (stale == null || neverTold) {
            return Decision.nothing();
        }
        return Decision.accept(
                new NoticeDropped(
                        picture.windowId(),
                        judge.cause().id().toString(),
                        NoticeKind.REMINDER,
                        stale));
    }
}
