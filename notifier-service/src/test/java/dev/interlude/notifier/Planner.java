package dev.interlude.notifier;

import dev.interlude.testkit.Heard;
import dev.interlude.testkit.PublishedEvent;
import dev.interlude.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The planner of one window, heard over Kafka by the service under test. */
final class Planner {

    private static final AtomicLong NUMBERS = new AtomicLong(100);
    private static final Heard VOICE = Heard.from("planner");

    final String window = UUID.randomUUID().toString();
    final long number = NUMBERS.incrementAndGet();
    final String title = "Work " + number;
    final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(7, ChronoUnit.DAYS);
    final Instant end = start.plus(2, ChronoUnit.HOURS);
    final Instant newEnd = start.plus(3, ChronoUnit.HOURS);

    String path() {
        return "/maintenance/M-" + number;
    }

    UUID say(String name, String data) {
        PublishedEvent event = next(name);
        send(event, data);
        return event.id();
    }

    PublishedEvent next(String name) {
        PublishedEvent it = VOICE.next("window-" + window, name, Instant.now());
        return new PublishedEvent(
                it.source(),
                it.stream(),
                it.sequence(),
                it.position(),
                it.type(),
                it.id(),
                Tokens.actor("ana"),
                it.occurredAt(),
                it.recordedAt(),
                it.epoch(),
                it.sequence() == 1 ? number : null);
    }

    void send(PublishedEvent event, String data) {
        VOICE.send(event, json(data).getBytes(StandardCharsets.UTF_8));
    }

    UUID plan() {
        return say(
                "WindowPlanned",
                """
                {'windowId':'%s','title':'%s','publicText':{'en':'From {{start}} to {{end}}.'},
                 'internalText':{'en':'canary-7d1f'},'zone':'Europe/Berlin','start':'%s','end':'%s',
                 'kind':'NORMAL','audience':'PUBLIC','tentative':false,'team':'canary-7d1f',
                 'reason':'canary-7d1f','components':[
                   {'id':'builds','name':'Builds','impact':'OUTAGE'}],'reminders':['PT1H']}
                """
                        .formatted(window, title, start, end));
    }

    UUID announce() {
        return say("WindowAnnounced", "{'start':'%s','end':'%s'}".formatted(start, end));
    }

    UUID remind(Instant ofStart) {
        return say("ReminderDue", "{'start':'%s','reminder':'PT1H'}".formatted(ofStart));
    }

    UUID start() {
        return say("WindowStarted", "{}");
    }

    UUID extend() {
        return say(
                "WindowExtended",
                ("{'previousEnd':'%s','newEnd':'%s','reason':'canary-7d1f',"
                                + "'publicText':{'en':'It takes longer.'}}")
                        .formatted(end, newEnd));
    }

    UUID complete() {
        return say(
                "WindowCompleted",
                "{'outcome':'SUCCEEDED','actualEnd':'%s','undone':['canary-7d1f']}"
                        .formatted(end.plusSeconds(60)));
    }

    private static String json(String data) {
        return data.replace('\'', '"');
    }
}
