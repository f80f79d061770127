package dev.interlude.notifier;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.notifier.heard.Heard;
import dev.interlude.notifier.notice.NoticeDecider;
import dev.interlude.notifier.notice.NoticeEvent;
import dev.interlude.notifier.notice.NoticeEvent.NoticePublished;
import dev.interlude.notifier.notice.Notices;
import dev.interlude.notifier.reaction.Tellings;
import dev.interlude.testkit.Acts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the public is told of a sample: mapping, decider and fold, without a log between them. */
public final class Told {

    private Told() {}

    /** The notices as events of the notifier's log, in order. */
    public static List<LogEvent> events(Sample... samples) {
        var all = new ArrayList<LogEvent>();
        for (Sample sample : samples) {
            tell(sample, all);
        }
        return all;
    }

    public static List<NoticePublished> notices(Sample sample) {
        return events(sample).stream().map(e -> e.read(NoticePublished.class)).toList();
    }

    private static void tell(Sample sample, List<LogEvent> all) {
        var decider = new NoticeDecider();
        Notices told = decider.initial();
        for (LogEvent heard : sample.events()) {
            var command =
                    Tellings.command(
                            heard,
                            Heard.window(sample.events(), heard),
                            Acts.reaction("test", heard.recordedAt()));
            if (command == null) {
                continue;
            }
            var decision = (Decision.Accepted<NoticeEvent>) decider.decide(command, told);
            for (Fact<NoticeEvent> fact : decision.facts()) {
                LogEvent event = event(fact, heard, all.size() + 1L);
                all.add(event);
                told = decider.evolve(told, Heard.recorded(fact.event(), event));
            }
        }
    }

    private static LogEvent event(Fact<NoticeEvent> fact, LogEvent cause, long position) {
        Instant at = cause.recordedAt().plusMillis(40);
        return new LogEvent(
                position,
                "notifier",
                1,
                "notices-" + cause.key(),
                position,
                new UUID(7, position),
                NotifierLog.NOTICE_TYPES.typeOf(fact.event()),
                cause.key(),
                fact.occurredAt() == null ? at : fact.occurredAt(),
                at,
                null,
                null,
                null,
                Actor.reaction("WhenWindowChangesThenPublishNotice"),
                cause.correlationId(),
                cause.id(),
                null,
                LogJson.write(fact.event()));
    }
}
