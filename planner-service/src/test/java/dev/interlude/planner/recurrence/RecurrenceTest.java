package dev.interlude.planner.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Recurrence of(String rule, String start) throws Recurrence.Unusable {
        return Recurrence.of(rule, LocalDateTime.parse(start), BERLIN);
    }

    private static List<String> year(String rule, String start) throws Recurrence.Unusable {
        LocalDateTime from = LocalDateTime.parse("2027-01-01T00:00");
        return of(rule, start).between(from, from.plusYears(1), 1_000).stream()
                .map(local -> local.toLocalDate().toString())
                .toList();
    }

    @Test
    void the_second_tuesday_of_every_month_is_that() throws Recurrence.Unusable {
        assertThat(year("FREQ=MONTHLY;BYDAY=2TU", "2026-11-10T22:00"))
                .containsExactly(
                        "2027-01-12",
                        "2027-02-09",
                        "2027-03-09",
                        "2027-04-13",
                        "2027-05-11",
                        "2027-06-08",
                        "2027-07-13",
                        "2027-08-10",
                        "2027-09-14",
                        "2027-10-12",
                        "2027-11-09",
                        "2027-12-14");
    }

    @Test
    void the_last_sunday_of_a_quarter_is_that() throws Recurrence.Unusable {
        assertThat(year("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1SU", "2026-12-27T02:00"))
                .containsExactly("2027-03-28", "2027-06-27", "2027-09-26", "2027-12-26");
    }

    @Test
    void a_wall_clock_time_is_the_same_before_and_after_the_change() throws Recurrence.Unusable {
        assertThat(
                        of("FREQ=WEEKLY", "2027-03-13T02:00")
                                .between(
                                        LocalDateTime.parse("2027-03-13T00:00"),
                                        LocalDateTime.parse("2027-04-10T00:00"),
                                        10))
                .containsExactly(
                        LocalDateTime.parse("2027-03-13T02:00"),
                        LocalDateTime.parse("2027-03-20T02:00"),
                        LocalDateTime.parse("2027-03-27T02:00"),
                        LocalDateTime.parse("2027-04-03T02:00"));
    }

    @Test
    void it_ends_with_its_count_or_its_until() throws Recurrence.Unusable {
        assertThat(year("FREQ=WEEKLY;COUNT=3", "2027-01-02T02:00"))
                .containsExactly("2027-01-02", "2027-01-09", "2027-01-16");
        assertThat(year("FREQ=WEEKLY;UNTIL=20270116T010000Z", "2027-01-02T02:00"))
                .containsExactly("2027-01-02", "2027-01-09", "2027-01-16");
        assertThat(year("FREQ=WEEKLY;UNTIL=20270116", "2027-01-02T02:00")).hasSize(3);
        assertThat(
                        of("FREQ=WEEKLY;COUNT=1", "2027-01-02T02:00")
                                .next(LocalDateTime.parse("2027-01-02T02:00")))
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EVERY DAY | 2027-01-02T02:00",
                "FREQ=WEEKLY;BYDAY=XX | 2027-01-02T02:00",
                "FREQ=HOURLY | 2027-01-02T02:00",
                "FREQ=MINUTELY;INTERVAL=5 | 2027-01-02T02:00",
                "FREQ=WEEKLY;BYDAY=MO | 2027-01-02T02:00",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | 2027-02-28T02:00"
            })
    void a_rule_that_makes_no_sense_is_refused(String rule, String start) {
        assertThatThrownBy(() -> of(rule, start)).isInstanceOf(Recurrence.Unusable.class);
    }
}
