package dev.interlude.planner.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.recurrence.WallClock.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checked by hand against the tz database: Casablanca goes back for Ramadan, Lord Howe by 30 min.
 */
class WallClockTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2027-03-28T02:30, 2027-03-28T02:00, 2027-03-28T03:00, 2027-03-28T01:00:00Z",
        "America/New_York,    2027-03-14T02:00, 2027-03-14T02:00, 2027-03-14T03:00, 2027-03-14T07:00:00Z",
        "Australia/Lord_Howe, 2027-10-03T02:15, 2027-10-03T02:00, 2027-10-03T02:30, 2027-10-02T15:30:00Z",
        "Africa/Casablanca,   2027-03-14T02:59, 2027-03-14T02:00, 2027-03-14T03:00, 2027-03-14T02:00:00Z"
    })
    void a_time_that_the_clocks_leap_over_is_not_there(
            String zone, LocalDateTime local, LocalDateTime from, LocalDateTime to, Instant next) {
        assertThat(WallClock.read(local, ZoneId.of(zone)))
                .isInstanceOfSatisfying(
                        Reading.Never.class,
                        never -> {
                            assertThat(never.gapStart()).isEqualTo(from);
                            assertThat(never.gapEnd()).isEqualTo(to);
                            assertThat(never.next()).isEqualTo(next);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2027-10-31T02:30, 2027-10-31T00:30:00Z, 2027-10-31T01:30:00Z, +02:00",
        "America/New_York,    2027-11-07T01:30, 2027-11-07T05:30:00Z, 2027-11-07T06:30:00Z, -04:00",
        "Australia/Lord_Howe, 2027-04-04T01:45, 2027-04-03T14:45:00Z, 2027-04-03T15:15:00Z, +11:00",
        "Africa/Casablanca,   2027-02-07T02:30, 2027-02-07T01:30:00Z, 2027-02-07T02:30:00Z, +01:00"
    })
    void a_time_that_comes_twice_is_first_read_with_the_offset_before(
            String zone, LocalDateTime local, Instant first, Instant second, String offset) {
        assertThat(WallClock.read(local, ZoneId.of(zone)))
                .isInstanceOfSatisfying(
                        Reading.Twice.class,
                        twice -> {
                            assertThat(twice.first()).isEqualTo(first);
                            assertThat(twice.second()).isEqualTo(second);
                            assertThat(twice.offset()).hasToString(offset);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2027-07-01T02:00, 2027-07-01T00:00:00Z",
        "Europe/Berlin,       2027-12-01T02:00, 2027-12-01T01:00:00Z",
        "America/New_York,    2027-07-01T02:00, 2027-07-01T06:00:00Z",
        "America/New_York,    2027-12-01T02:00, 2027-12-01T07:00:00Z",
        "Australia/Lord_Howe, 2027-07-01T02:00, 2027-06-30T15:30:00Z",
        "Australia/Lord_Howe, 2027-12-01T02:00, 2027-11-30T15:00:00Z",
        "Africa/Casablanca,   2027-02-20T02:00, 2027-02-20T02:00:00Z",
        "Africa/Casablanca,   2027-07-01T02:00, 2027-07-01T01:00:00Z"
    })
    void any_other_time_is_there_once(String zone, LocalDateTime local, Instant instant) {
        assertThat(WallClock.read(local, ZoneId.of(zone)))
                .isInstanceOfSatisfying(
                        Reading.Once.class, once -> assertThat(once.instant()).isEqualTo(instant));
    }
}
