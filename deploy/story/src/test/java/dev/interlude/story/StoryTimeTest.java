package dev.interlude.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class StoryTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void the_saturday_is_at_least_four_days_ahead() {
        assertThat(saturday("2026-11-23T12:00:00Z")).isEqualTo("2026-11-28T01:00:00Z");
        assertThat(saturday("2026-11-24T01:00:00Z")).isEqualTo("2026-11-28T01:00:00Z");
        assertThat(saturday("2026-11-24T01:00:01Z")).isEqualTo("2026-12-05T01:00:00Z");
    }

    @Test
    void times_of_day_are_those_of_the_zone_also_in_summer() {
        assertThat(saturday("2026-07-20T12:00:00Z")).isEqualTo("2026-07-25T00:00:00Z");
    }

    @Test
    void days_before_are_counted_on_the_calendar_over_a_change_of_the_clocks() {
        var time = new StoryTime(Instant.parse("2026-03-23T12:00:00Z"), BERLIN);
        assertThat(time.at("Sat 02:00")).isEqualTo("2026-03-28T01:00:00Z");
        assertThat(time.at("Fri 02:00")).isEqualTo("2026-03-27T01:00:00Z");
    }

    @Test
    void days_from_now_are_whole_hours() {
        var time = new StoryTime(Instant.parse("2026-11-23T12:34:56Z"), BERLIN);
        assertThat(time.at("now+P2D")).isEqualTo("2026-11-25T12:00:00Z");
    }

    private static Instant saturday(String now) {
        return new StoryTime(Instant.parse(now), BERLIN).at("Sat 02:00");
    }
}
