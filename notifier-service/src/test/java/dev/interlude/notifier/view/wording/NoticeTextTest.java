package dev.interlude.notifier.view.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.notifier.Sample;
import dev.interlude.notifier.Told;
import dev.interlude.notifier.notice.PublicWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeTextTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final PublicWindow EXTENDED =
            Told.notices(new Sample().planned().announced().started().extended())
                    .getLast()
                    .window();

    private static String rendered(String text, String zone) {
        return NoticeText.of(Map.of("en", text), EXTENDED, ZoneId.of(zone)).text();
    }

    @Test
    void placeholders_are_rendered_in_the_zone_of_the_reader() {
        String text = "{{previousEnd}} becomes {{ end }}, after {{duration}} from {{start}}";
        assertThat(rendered(text, "Europe/Berlin"))
                .isEqualTo(
                        "Sat 28 Nov, 04:00 CET becomes Sat 28 Nov, 05:00 CET, after 3 h from Sat 28"
                                + " Nov, 02:00 CET");
        assertThat(rendered("{{end}}", "America/New_York")).isEqualTo("Fri 27 Nov, 23:00 EST");
    }

    @Test
    void what_is_no_placeholder_stays_as_it_is() {
        assertThat(rendered("{{title}} $1 \\ {end}", "UTC")).isEqualTo("{{title}} $1 \\ {end}");
    }

    @Test
    void english_first_else_the_first_language_by_name() {
        var both = Map.of("de", "Es dauert länger.", "en", "Longer.");
        assertThat(NoticeText.of(both, EXTENDED, BERLIN).language()).isEqualTo("en");
        assertThat(NoticeText.of(Map.of("fr", "Plus long."), EXTENDED, BERLIN))
                .isEqualTo(new NoticeText("fr", "Plus long."));
    }

    @Test
    void a_zone_that_is_not_known_reads_as_utc() {
        assertThat(Times.zone("Mars/Olympus")).isEqualTo(java.time.ZoneOffset.UTC);
    }

    @Test
    void a_time_on_another_day_carries_its_date() {
        Instant start = Instant.parse("2026-10-24T22:00:00Z");
        assertThat(Times.beside(start, Instant.parse("2026-10-25T01:30:00Z"), BERLIN))
                .isEqualTo("02:30 CET");
        assertThat(Times.beside(start, Instant.parse("2026-10-25T23:30:00Z"), BERLIN))
                .isEqualTo("Mon 26 Oct 2026, 00:30 CET");
    }

    @Test
    void durations_read_as_people_say_them() {
        assertThat(Times.duration(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
        assertThat(Times.duration(Duration.ofHours(50))).isEqualTo("2 d 2 h");
        assertThat(Times.duration(Duration.ZERO)).isEqualTo("0 min");
    }

    @Test
    void an_extension_that_stands_alone_names_both_ends_whatever_was_written() {
        var board =
                dev.interlude.notifier.view.board.Editions.of(
                        new Sample()
                                .planned()
                                .announced()
                                .started()
                                .then(
                                        "WindowExtended",
                                        "2026-11-28T02:07:00Z",
                                        "{'previousEnd':'2026-11-28T03:00:00Z',"
                                                + "'newEnd':'2026-11-28T04:00:00Z',"
                                                + "'publicText':{'en':'Longer.'}}"));
        assertThat(StandaloneText.of(board.latest().getFirst()))
                .isEqualTo(
                        "Longer.\n\nNew end: Sat 28 Nov, 05:00 CET (before: Sat 28 Nov, 04:00"
                                + " CET).");
    }

    @Test
    void characters_that_no_format_can_write_are_left_out() {
        assertThat(Plain.of("a\u0000b\u001bc\nd\te\ud800f\uffffg")).isEqualTo("abc\nd\tefg");
    }
}
