package dev.interlude.planner.view.ics;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.component.Observance;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.view.ics.IcsEntry.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffCalendarTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Period COVERED =
            new Period(NOW.minus(Duration.ofDays(90)), NOW.plus(Duration.ofDays(400)));

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final Pattern STARTS =
            Pattern.compile(
                    "UID:(w-\\S+)(?:(?!END:VEVENT)[\\s\\S])*?"
                            + "DTSTART(?:;TZID=([^:]+))?:(\\d{8}T\\d{6})");

    private static IcsEntry entry(String uid, ZoneId zone, Instant start) {
        return new IcsEntry(
                uid,
                3,
                Standing.CONFIRMED,
                "M-1 Move, the queue; again",
                "InProgress · team platform\nBuilds: OUTAGE",
                List.of("platform", "Builds"),
                zone,
                start,
                start.plus(Duration.ofMinutes(90)),
                NOW,
                NOW);
    }

    private static String written(IcsEntry... entries) {
        return StaffCalendar.of(List.of(entries), COVERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "Asia/Kolkata"
            })
    void a_zone_that_is_sent_along_says_what_its_clocks_do(String id) {
        var zone = ZoneId.of(id);
        var described = ZoneRulesOf.between(zone, COVERED.start(), COVERED.end());
        for (Instant at = COVERED.start();
                at.isBefore(COVERED.end());
                at = at.plus(Duration.ofMinutes(30))) {
            assertThat(offset(described, at))
                    .as(id + " at " + at)
                    .isEqualTo(zone.getRules().getOffset(at).getTotalSeconds());
        }
    }

    /** By RFC 5545: that of the observance with the latest onset. */
    private static long offset(VTimezone described, Instant at) {
        return Stream.<Observance>concat(
                                described.getStandardTimes().stream(),
                                described.getDaylightSavingsTime().stream())
                        .filter(observance -> !onset(observance).isAfter(at))
                        .max(Comparator.comparing(StaffCalendarTest::onset))
                        .orElseThrow()
                        .getTimezoneOffsetTo()
                        .getValue()
                        .getMillis()
                / 1_000;
    }

    private static Instant onset(Observance observance) {
        DateTimeComponents start = observance.getDateStart().getValue().getRawComponents();
        long before = observance.getTimezoneOffsetFrom().getValue().getMillis() / 1_000;
        return LocalDateTime.of(
                        start.getYear(),
                        start.getMonth(),
                        start.getDate(),
                        start.getHour(),
                        start.getMinute(),
                        start.getSecond())
                .toInstant(ZoneOffset.ofTotalSeconds((int) before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "UTC"
            })
    void every_start_around_a_change_of_the_clocks_is_read_as_it_was_meant(String id) {
        var zone = ZoneId.of(id);
        var starts = new ArrayList<Instant>();
        for (Instant at = COVERED.start();
                at.isBefore(COVERED.end());
                at = at.plus(Duration.ofHours(1))) {
            var change = zone.getRules().nextTransition(at);
            if (change != null
                    && Duration.between(at, change.getInstant()).compareTo(Duration.ofHours(4))
                            < 0) {
                for (int minutes = 0; minutes < 8 * 60; minutes += 15) {
                    starts.add(at.plus(Duration.ofMinutes(minutes)));
                }
                at = at.plus(Duration.ofHours(8));
            }
        }
        starts.add(NOW);
        IcsEntry[] entries =
                starts.stream().map(at -> entry("w-" + at, zone, at)).toArray(IcsEntry[]::new);
        String text = written(entries).replace("\r\n ", "");
        assertThat(STARTS.matcher(text).results()).hasSize(entries.length);
        STARTS.matcher(text)
                .results()
                .forEach(said -> assertThat("w-" + instant(said)).isEqualTo(said.group(1)));
    }

    /** A wall clock that says a time twice means the first. */
    private static Instant instant(MatchResult said) {
        var local = LocalDateTime.parse(said.group(3), WRITTEN);
        return said.group(2) == null
                ? local.toInstant(ZoneOffset.UTC)
                : local.atZone(ZoneId.of(said.group(2))).toInstant();
    }

    @Test
    void a_time_stands_on_the_wall_of_its_zone() {
        String text =
                written(
                        entry(
                                "a",
                                ZoneId.of("Europe/Berlin"),
                                Instant.parse("2026-03-07T01:00:00Z")));
        assertThat(text)
                .contains("DTSTART;TZID=Europe/Berlin:20260307T020000")
                .contains("DTEND;TZID=Europe/Berlin:20260307T033000")
                .contains("BEGIN:VTIMEZONE", "TZOFFSETTO:+0200", "TZNAME:CEST");
    }

    @Test
    void the_second_time_that_a_local_time_comes_is_said_in_utc() {
        var berlin = ZoneId.of("Europe/Berlin");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(LocalDateTime.ofInstant(second, berlin))
                .isEqualTo(LocalDateTime.parse("2026-10-25T02:30"));
        assertThat(written(entry("a", berlin, second))).contains("DTSTART:20261025T013000Z");
    }

    @Test
    void it_is_valid_by_rfc_5545_and_the_same_each_time() {
        IcsEntry one = entry("a", ZoneId.of("Australia/Lord_Howe"), NOW);
        String text = written(one, entry("b", ZoneId.of("UTC"), NOW));
        assertThat(text).isEqualTo(written(entry("b", ZoneId.of("UTC"), NOW), one));
        var read = Biweekly.parse(text).first();
        assertThat(read.validate(ICalVersion.V2_0)).isEmpty();
        assertThat(text).contains("SEQUENCE:3", "STATUS:CONFIRMED", "CLASS:CONFIDENTIAL");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(75));
    }
}
