package dev.interlude.notifier.view.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.interlude.notifier.Sample;
import dev.interlude.notifier.TestSite;
import dev.interlude.notifier.view.board.Editions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicCalendarTest {

    private static String text(Sample sample) {
        var window = Editions.of(sample).window("M-142").orElseThrow();
        byte[] bytes = PublicCalendar.of(List.of(window), new TestSite()).bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static VEvent entry(Sample sample) {
        ICalendar calendar = Biweekly.parse(text(sample)).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty())
                .as("%s", calendar.validate(biweekly.ICalVersion.V2_0))
                .isTrue();
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }

    private static Sample running() {
        return new Sample().planned().announced().started();
    }

    @Test
    void an_announced_window_is_a_confirmed_entry() {
        VEvent entry = entry(new Sample().planned().announced());
        assertThat(entry.getUid().getValue()).isEqualTo(Sample.WINDOW);
        assertThat(entry.getSequence().getValue()).isZero();
        assertThat(entry.getStatus().isConfirmed()).isTrue();
        assertThat(entry.getSummary().getValue()).isEqualTo("RabbitMQ moves to a new cluster");
        assertThat(entry.getDateStart().getValue().toInstant()).isEqualTo(Sample.START);
        assertThat(entry.getDateEnd().getValue().toInstant()).isEqualTo(Sample.END);
        assertThat(entry.getUrl().getValue()).isEqualTo("https://status.example/maintenance/M-142");
    }

    @Test
    void times_are_written_in_utc() {
        assertThat(text(running())).contains("DTSTART:20261128T010000Z");
    }

    @Test
    void an_extension_keeps_the_uid_and_raises_the_sequence() {
        VEvent entry = entry(running().extended());
        assertThat(entry.getUid().getValue()).isEqualTo(Sample.WINDOW);
        assertThat(entry.getSequence().getValue()).isEqualTo(1);
        assertThat(entry.getDateEnd().getValue().toInstant()).isEqualTo(Sample.NEW_END);
    }

    @Test
    void a_move_keeps_the_uid_and_raises_the_sequence() {
        VEvent entry = entry(new Sample().planned().announced().moved());
        assertThat(entry.getUid().getValue()).isEqualTo(Sample.WINDOW);
        assertThat(entry.getSequence().getValue()).isEqualTo(1);
        assertThat(entry.getDateStart().getValue().toInstant())
                .isEqualTo(Instant.parse("2026-12-05T01:00:00Z"));
        assertThat(entry.getDateEnd().getValue().toInstant())
                .isEqualTo(Instant.parse("2026-12-05T03:00:00Z"));
    }

    @Test
    void a_completed_window_ends_when_the_work_did() {
        VEvent entry = entry(Sample.night());
        assertThat(entry.getDateEnd().getValue().toInstant())
                .isEqualTo(Instant.parse("2026-11-28T03:41:00Z"));
        assertThat(entry.getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void a_cancelled_window_stays_as_cancelled() {
        VEvent entry = entry(new Sample().planned().announced().cancelled());
        assertThat(entry.getStatus().isCancelled()).isTrue();
        assertThat(entry.getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void text_is_escaped_and_nothing_internal_is_in_it() {
        Sample sample =
                new Sample()
                        .planned()
                        .then(
                                "WindowRevised",
                                "2026-11-20T09:01:00Z",
                                "{'title':'One, two; three\\nEND:VEVENT'}")
                        .announced();
        assertThat(entry(sample).getSummary().getValue()).isEqualTo("One, two; three\nEND:VEVENT");
        assertThat(text(sample)).contains("SUMMARY:One\\, two\\; three\\nEND:VEVENT");
        assertThat(text(Sample.night())).doesNotContain(Sample.CANARY);
    }
}
