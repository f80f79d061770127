package dev.interlude.planner.series;

import static dev.interlude.planner.window.NoticePolicy.DEFAULT;
import static dev.interlude.testkit.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.series.Occurrence.Status;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.series.SeriesCommand.ChangeOccurrence;
import dev.interlude.planner.series.SeriesCommand.EndSeries;
import dev.interlude.planner.series.SeriesCommand.FireTimer;
import dev.interlude.planner.series.SeriesCommand.OpenOccurrence;
import dev.interlude.planner.series.SeriesCommand.PlanSeries;
import dev.interlude.planner.series.SeriesCommand.ReviseSeries;
import dev.interlude.planner.series.SeriesCommand.SkipOccurrence;
import dev.interlude.planner.series.SeriesEvent.OccurrenceChanged;
import dev.interlude.planner.series.SeriesEvent.OccurrenceOpened;
import dev.interlude.planner.series.SeriesEvent.OccurrenceSkipped;
import dev.interlude.planner.series.SeriesEvent.SeriesEnded;
import dev.interlude.planner.series.SeriesEvent.SeriesPlanned;
import dev.interlude.planner.series.SeriesEvent.SeriesRevised;
import dev.interlude.planner.series.SeriesTerms.InGap;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Impact;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesDeciderTest {

    private static final String ID = "0198f2a0-7c00-7a3e-9c11-5d2f6a7b8c99";
    private static final Actor ANA = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaaana");
    private static final Instant NOW = Instant.parse("2027-01-02T10:00:00Z");
    private static final LocalDateTime FIRST = LocalDateTime.parse("2027-03-13T01:00");

    private static Act ana(Instant now) {
        return Acts.by(ANA, now, "planner");
    }

    private static SeriesTerms terms(
            String zone, String rule, String localStart, @Nullable InGap inGap) {
        return new SeriesTerms(
                "Patches",
                Map.of("en", "We patch."),
                null,
                zone,
                rule,
                LocalDateTime.parse(localStart),
                Duration.ofHours(2),
                List.of(new ComponentImpact("builds", "Builds", Impact.OUTAGE)),
                "platform",
                null,
                Duration.ofDays(30),
                false,
                null,
                null,
                inGap,
                null);
    }

    private static final SeriesTerms WEEKLY =
            terms("Europe/Berlin", "FREQ=WEEKLY", "2027-03-13T01:00", null);
    private static final SeriesPlanned PLANNED = new SeriesPlanned(ID, WEEKLY);

    private static OccurrenceOpened opened(LocalDateTime local, Instant start) {
        return new OccurrenceOpened(
                ID,
                Occurrence.id(ID, local),
                local,
                "Patches",
                WEEKLY.publicText(),
                null,
                "Europe/Berlin",
                start,
                start.plus(Duration.ofHours(2)),
                WEEKLY.components(),
                "platform",
                null,
                null,
                null,
                false,
                null);
    }

    private static final OccurrenceOpened FIRST_OPENED =
            opened(FIRST, Instant.parse("2027-03-13T00:00:00Z"));

    private static Recurring series(SeriesTerms terms) {
        return (Recurring) given(new SeriesDecider(), new SeriesPlanned(ID, terms)).state();
    }

    private static Period year(String from) {
        Instant start = Instant.parse(from);
        return new Period(start, start.plus(Duration.ofDays(366)));
    }

    @Test
    void a_series_is_planned_by_a_planner_of_its_team() {
        given(new SeriesDecider())
                .when(new PlanSeries(ana(NOW), ID, WEEKLY, DEFAULT))
                .then(PLANNED);
        given(new SeriesDecider())
                .when(new PlanSeries(Acts.by(ANA, NOW, "operator"), ID, WEEKLY, DEFAULT))
                .thenRejected("role-missing");
        given(new SeriesDecider(), PLANNED)
                .when(new PlanSeries(ana(NOW), ID, WEEKLY, DEFAULT))
                .thenRejected("already-exists");
    }

    @Test
    void it_opens_each_thirty_days_before_and_asks_for_the_next() {
        var due = new Due("open/2027-03-13T01:00", Instant.parse("2027-02-11T00:00:00Z"));
        given(new SeriesDecider())
                .when(new PlanSeries(ana(NOW), ID, WEEKLY, DEFAULT))
                .then(PLANNED)
                .thenDue(due);
        given(new SeriesDecider(), PLANNED)
                .when(new FireTimer(Acts.timer(due.name(), due.at()), due.name(), due.at()))
                .then(FIRST_OPENED)
                .thenDue(new Due("open/2027-03-20T01:00", Instant.parse("2027-02-18T00:00:00Z")));
    }

    @Test
    void a_timer_that_is_not_due_any_more_does_nothing() {
        Instant at = Instant.parse("2027-02-11T00:00:00Z");
        given(new SeriesDecider(), PLANNED, FIRST_OPENED)
                .when(new FireTimer(Acts.timer("open", at), "open/2027-03-13T01:00", at))
                .thenNothing();
    }

    @Test
    void one_whose_time_passed_before_it_could_open_is_left_out_and_said() {
        Instant late = Instant.parse("2027-03-13T00:00:00Z");
        Instant at = Instant.parse("2027-02-11T00:00:00Z");
        given(new SeriesDecider(), PLANNED)
                .when(new FireTimer(Acts.timer("open", late), "open/2027-03-13T01:00", at))
                .thenTypes(OccurrenceSkipped.class);
    }

    @Test
    void what_people_touch_opens_at_once() {
        Instant start = Instant.parse("2027-03-14T00:00:00Z");
        Instant end = Instant.parse("2027-03-14T03:00:00Z");
        given(new SeriesDecider(), PLANNED)
                .when(
                        new ChangeOccurrence(
                                ana(NOW), FIRST, start, end, "Bigger patches", null, "Release"))
                .thenTypes(OccurrenceChanged.class, OccurrenceOpened.class)
                .thenState(s -> {
                    Occurrence one = Occurrences.of((Recurring) s).at(FIRST).orElseThrow();
                    assertThat(one.start()).isEqualTo(start);
                    assertThat(one.end()).isEqualTo(end);
                    assertThat(one.title()).isEqualTo("Bigger patches");
                    assertThat(one.status()).isEqualTo(Status.OPEN);
                });
        given(new SeriesDecider(), PLANNED)
                .when(new OpenOccurrence(ana(NOW), FIRST))
                .then(FIRST_OPENED);
    }

    @Test
    void one_that_is_a_window_is_changed_there() {
        given(new SeriesDecider(), PLANNED, FIRST_OPENED)
                .when(new SkipOccurrence(ana(NOW), FIRST, "No"))
                .thenRejected("wrong-state", "windowId", Occurrence.id(ID, FIRST));
        given(new SeriesDecider(), PLANNED, FIRST_OPENED)
                .when(new OpenOccurrence(ana(NOW), FIRST))
                .thenRejected("wrong-state");
    }

    @Test
    void one_is_left_out_and_the_others_stay() {
        given(new SeriesDecider(), PLANNED)
                .when(new SkipOccurrence(ana(NOW), FIRST, "Holidays"))
                .then(new OccurrenceSkipped(ID, Occurrence.id(ID, FIRST), FIRST, "Holidays"))
                .thenDue(new Due("open/2027-03-20T01:00", Instant.parse("2027-02-18T00:00:00Z")));
        given(new SeriesDecider(), PLANNED)
                .when(new SkipOccurrence(ana(NOW), FIRST.plusDays(1), "No such one"))
                .thenRejected("not-found");
    }

    @Test
    void a_change_of_one_has_both_times_in_order_and_to_come() {
        for (var wrong :
                List.of(
                        List.of("2027-03-14T00:00:00Z", "2027-03-14T00:00:00Z"),
                        List.of("2027-01-01T00:00:00Z", "2027-03-14T00:00:00Z"))) {
            given(new SeriesDecider(), PLANNED)
                    .when(
                            new ChangeOccurrence(
                                    ana(NOW),
                                    FIRST,
                                    Instant.parse(wrong.getFirst()),
                                    Instant.parse(wrong.getLast()),
                                    null,
                                    null,
                                    "x"))
                    .thenRejected("invalid");
        }
        given(new SeriesDecider(), PLANNED)
                .when(new ChangeOccurrence(ana(NOW), FIRST, NOW, null, null, null, "x"))
                .thenRejected("invalid");
    }

    @Test
    void it_ends_from_one_on_and_withdraws_what_is_open() {
        given(new SeriesDecider(), PLANNED, FIRST_OPENED)
                .when(new EndSeries(ana(NOW), FIRST, "Gone"))
                .then(new SeriesEnded(ID, FIRST, "Gone", List.of(Occurrence.id(ID, FIRST))))
                .thenDue();
        given(new SeriesDecider(), PLANNED, FIRST_OPENED)
                .when(new EndSeries(ana(NOW), FIRST.plusWeeks(1), null))
                .then(new SeriesEnded(ID, FIRST.plusWeeks(1), null, List.of()));
        given(new SeriesDecider(), PLANNED)
                .when(new EndSeries(ana(NOW), FIRST.plusDays(3), null))
                .thenRejected("invalid");
    }

    @Test
    void it_changes_from_one_on_and_stays_what_it_was_before() {
        LocalDateTime from = FIRST.plusWeeks(2);
        var monthly = terms("Europe/Berlin", "FREQ=MONTHLY;BYDAY=2SA", "2027-04-10T22:00", null);
        given(new SeriesDecider(), PLANNED)
                .when(new ReviseSeries(ana(NOW), from, monthly, DEFAULT))
                .then(new SeriesRevised(ID, from, monthly, List.of()))
                .thenState(s ->
                        assertThat(
                                        Occurrences.of((Recurring) s)
                                                .within(year("2027-03-01T00:00:00Z")))
                                .extracting(one -> one.localStart().toString())
                                .startsWith(
                                        "2027-03-13T01:00",
                                        "2027-03-20T01:00",
                                        "2027-04-10T22:00",
                                        "2027-05-08T22:00"));
    }

    @Test
    void an_occurrence_has_the_same_id_wherever_it_is_asked_for() {
        assertThat(Occurrence.id(ID, FIRST))
                .isEqualTo(Occurrence.id(ID, FIRST))
                .isNotEqualTo(Occurrence.id(ID, FIRST.plusWeeks(1)))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        // RFC 9562, appendix A.4: the name space of DNS and www.example.com
        assertThat(Occurrence.id("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"))
                .isEqualTo("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    /** Weekly at 01:00 on the wall; in UTC it moves with the offset, by 30 minutes on Lord Howe. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-03-21T01:00, 2027-03-21T00:00:00Z, 2027-04-04T01:00, 2027-04-03T23:00:00Z",
        "Europe/Berlin, 2027-10-24T01:00, 2027-10-23T23:00:00Z, 2027-11-07T01:00, 2027-11-07T00:00:00Z",
        "America/New_York, 2027-03-07T01:00, 2027-03-07T06:00:00Z, 2027-03-21T01:00, 2027-03-21T05:00:00Z",
        "Australia/Lord_Howe, 2027-03-28T01:00, 2027-03-27T14:00:00Z, 2027-04-11T01:00, 2027-04-10T14:30:00Z",
        "Australia/Lord_Howe, 2027-09-26T01:00, 2027-09-25T14:30:00Z, 2027-10-10T01:00, 2027-10-09T14:00:00Z",
        "Africa/Casablanca, 2027-01-31T01:00, 2027-01-31T00:00:00Z, 2027-02-14T01:00, 2027-02-14T01:00:00Z"
    })
    void the_wall_clock_is_the_same_on_both_sides_of_a_change(
            String zone, String before, Instant first, LocalDateTime after, Instant second) {
        Recurring s = series(terms(zone, "FREQ=WEEKLY", before, null));
        var all = Occurrences.of(s);
        assertThat(all.at(LocalDateTime.parse(before)).orElseThrow().start()).isEqualTo(first);
        assertThat(all.at(after).orElseThrow().start()).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-03-07T02:30",
        "America/New_York, 2027-03-07T02:15",
        "Australia/Lord_Howe, 2027-09-26T02:15",
        "Africa/Casablanca, 2027-03-07T02:30"
    })
    void a_rule_that_comes_to_a_time_that_is_not_there_is_refused(String zone, String start) {
        given(new SeriesDecider())
                .when(
                        new PlanSeries(
                                ana(NOW), ID, terms(zone, "FREQ=WEEKLY", start, null), DEFAULT))
                .thenRejected("invalid");
        for (InGap chosen : InGap.values()) {
            given(new SeriesDecider())
                    .when(
                            new PlanSeries(
                                    ana(NOW),
                                    ID,
                                    terms(zone, "FREQ=WEEKLY", start, chosen),
                                    DEFAULT))
                    .thenTypes(SeriesPlanned.class);
        }
    }

    @Test
    void such_a_time_is_left_out_or_begins_when_the_clocks_have_leapt() {
        LocalDateTime gap = LocalDateTime.parse("2027-03-28T02:30");
        var skip = series(terms("Europe/Berlin", "FREQ=WEEKLY", "2027-03-07T02:30", InGap.SKIP));
        var later = series(terms("Europe/Berlin", "FREQ=WEEKLY", "2027-03-07T02:30", InGap.LATER));
        assertThat(Occurrences.of(skip).at(gap)).isEmpty();
        assertThat(Occurrences.of(skip).at(gap.plusWeeks(1))).isPresent();
        Occurrence one = Occurrences.of(later).at(gap).orElseThrow();
        assertThat(one.start()).isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
        assertThat(one.note()).isEqualTo("The clocks leap over this time; it begins at 03:00.");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-10-31T02:30, 2027-10-31T00:30:00Z, +02:00",
        "America/New_York, 2027-11-07T01:30, 2027-11-07T05:30:00Z, -04:00",
        "Australia/Lord_Howe, 2027-04-04T01:45, 2027-04-03T14:45:00Z, +11:00",
        "Africa/Casablanca, 2027-02-07T02:30, 2027-02-07T01:30:00Z, +01:00"
    })
    void a_time_that_comes_twice_is_the_first_and_its_offset_is_said(
            String zone, LocalDateTime local, Instant start, String offset) {
        Recurring s = series(terms(zone, "FREQ=DAILY;COUNT=1", local.toString(), null));
        Occurrence one = Occurrences.of(s).at(local).orElseThrow();
        assertThat(one.start()).isEqualTo(start);
        assertThat(one.offset()).isEqualTo(offset);
        assertThat(one.note()).contains(offset);
    }

    @Test
    void a_year_of_a_monthly_series_is_there_to_be_seen() {
        var s = series(terms("Europe/Berlin", "FREQ=MONTHLY;BYDAY=2TU", "2027-02-09T22:00", null));
        assertThat(Occurrences.of(s).within(year("2027-02-01T00:00:00Z")))
                .hasSize(12)
                .allMatch(one -> one.localStart().getHour() == 22)
                .allMatch(one -> one.status() == Status.EXPECTED);
    }

    @Test
    void it_makes_sense_before_it_is_planned() {
        for (SeriesTerms wrong :
                List.of(
                        terms("Berlin", "FREQ=WEEKLY", "2027-03-13T01:00", null),
                        terms("Europe/Berlin", "FREQ=HOURLY", "2027-03-13T01:00", null),
                        terms("Europe/Berlin", "FREQ=WEEKLY", "2026-03-13T01:00", null),
                        terms("Europe/Berlin", "FREQ=WEEKLY", "2037-03-13T01:00", null),
                        terms("Europe/Berlin", "FREQ=WEEKLY;BYDAY=MO", "2027-03-13T01:00", null))) {
            given(new SeriesDecider())
                    .when(new PlanSeries(ana(NOW), ID, wrong, DEFAULT))
                    .thenRejected("invalid");
        }
        given(new SeriesDecider())
                .when(new EndSeries(ana(NOW), FIRST, null))
                .thenRejected("not-found");
    }

    private static final ComponentImpact BUILDS =
            new ComponentImpact("builds", "Builds", Impact.OUTAGE);

    private static SeriesTerms weekly(
            List<ComponentImpact> components,
            @Nullable List<String> reminders,
            Duration openBefore,
            boolean announced) {
        return new SeriesTerms(
                "Patches",
                Map.of("en", "We patch."),
                null,
                "Europe/Berlin",
                "FREQ=WEEKLY",
                FIRST,
                Duration.ofHours(2),
                components,
                "platform",
                null,
                openBefore,
                announced,
                reminders,
                null,
                null,
                null);
    }

    private static void refused(SeriesTerms terms, String pointer) {
        var rejection =
                given(new SeriesDecider())
                        .when(new PlanSeries(ana(NOW), ID, terms, DEFAULT))
                        .rejection();
        assertThat(rejection.code()).isEqualTo("invalid");
        assertThat(rejection.facts().get("errors")).asString().contains("pointer=" + pointer);
    }

    /** Else its occurrences would open, and no window would come of it. */
    @Test
    void what_no_window_could_be_planned_with_is_no_series() {
        Duration month = Duration.ofDays(30);
        refused(weekly(List.of(), null, month, false), "/components");
        refused(weekly(List.of(BUILDS, BUILDS), null, month, false), "/components/1/id");
        refused(weekly(List.of(BUILDS), List.of("tomorrow"), month, false), "/reminders/0");
        refused(weekly(List.of(BUILDS), List.of("P1D", "PT24H"), month, false), "/reminders/1");
    }

    @Test
    void what_announces_itself_opens_early_enough_for_its_notice() {
        var late = weekly(List.of(BUILDS), null, Duration.ofHours(71), true);
        refused(late, "/openBefore");
        var inTime = weekly(List.of(BUILDS), null, Duration.ofDays(3), true);
        var byHand = weekly(List.of(BUILDS), null, Duration.ofHours(71), false);
        for (SeriesTerms terms : List.of(inTime, byHand)) {
            given(new SeriesDecider())
                    .when(new PlanSeries(ana(NOW), ID, terms, DEFAULT))
                    .thenTypes(SeriesPlanned.class);
        }
        given(new SeriesDecider(), PLANNED)
                .when(new ReviseSeries(ana(NOW), FIRST, late, DEFAULT))
                .thenRejected("invalid");
    }
}
