package dev.interlude.notifier.reach;

import static dev.interlude.testkit.DeciderSpec.given;

import dev.interlude.eventlog.LogJson;
import dev.interlude.notifier.NotifierLog;
import dev.interlude.notifier.Sample;
import dev.interlude.notifier.heard.Heard;
import dev.interlude.notifier.notice.Cause;
import dev.interlude.notifier.notice.NoticeKind;
import dev.interlude.notifier.notice.Reminder.Stale;
import dev.interlude.notifier.reach.ReachEvent.NoticeDropped;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.Contracts;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReachDeciderTest {

    private static final Instant DAY_BEFORE = Instant.parse("2026-11-27T01:00:00Z");

    private static ReachCommand reminder(Sample sample, Instant start, Instant now) {
        var event = sample.last();
        var window = Objects.requireNonNull(Heard.window(sample.events(), event));
        return new ReachCommand.JudgeReminder(
                Acts.reaction("test", now),
                new Cause(event.id(), event.occurredAt()),
                start,
                window.picture());
    }

    private static NoticeDropped dropped(Sample sample, Stale reason) {
        return new NoticeDropped(
                Sample.WINDOW, sample.last().id().toString(), NoticeKind.REMINDER, reason);
    }

    @Test
    void a_reminder_that_holds_leaves_no_trace() {
        Sample sample = new Sample().planned().announced().reminded();
        given(new ReachDecider()).when(reminder(sample, Sample.START, DAY_BEFORE)).thenNothing();
    }

    @Test
    void a_reminder_for_another_start_is_dropped_on_record() {
        Sample sample = new Sample().planned().announced().reminded();
        given(new ReachDecider())
                .when(reminder(sample, Sample.START.minusSeconds(3_600), DAY_BEFORE))
                .then(dropped(sample, Stale.START_CHANGED));
    }

    @Test
    void a_reminder_after_the_start_is_dropped_on_record() {
        Sample late = new Sample().planned().announced().reminded();
        given(new ReachDecider())
                .when(reminder(late, Sample.START, Sample.START))
                .then(dropped(late, Stale.NO_LONGER_AHEAD));
        Sample cancelled = new Sample().planned().announced().cancelled();
        given(new ReachDecider())
                .when(reminder(cancelled, Sample.START, DAY_BEFORE))
                .then(dropped(cancelled, Stale.NO_LONGER_AHEAD));
    }

    @Test
    void nothing_is_recorded_of_windows_that_the_public_never_heard_of() {
        Sample planned = new Sample().planned();
        given(new ReachDecider()).when(reminder(planned, Sample.START, DAY_BEFORE)).thenNothing();
        Sample staff = new Sample().planned("STAFF", "NORMAL").announced().cancelled();
        given(new ReachDecider()).when(reminder(staff, Sample.START, DAY_BEFORE)).thenNothing();
    }

    @Test
    void what_is_recorded_keeps_the_contract() {
        Contracts.assertDescribed(NotifierLog.REACH_TYPES.types());
        NoticeDropped event = dropped(new Sample().planned(), Stale.START_CHANGED);
        Contracts.validateShape(NotifierLog.REACH_TYPES.typeOf(event), LogJson.write(event));
    }
}
