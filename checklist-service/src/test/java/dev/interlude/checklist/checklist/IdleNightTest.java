package dev.interlude.checklist.checklist;

import static dev.interlude.checklist.checklist.Night.ANA;
import static dev.interlude.checklist.checklist.Night.BEN;
import static dev.interlude.checklist.checklist.Night.SMALL;
import static dev.interlude.checklist.checklist.Night.WINDOW;
import static dev.interlude.checklist.checklist.Night.at;
import static dev.interlude.checklist.checklist.Night.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistCommand.CheckSlack;
import dev.interlude.checklist.checklist.ChecklistCommand.DraftChecklist;
import dev.interlude.checklist.forecast.Forecast;
import dev.interlude.checklist.forecast.ForecastCommand;
import dev.interlude.checklist.forecast.ForecastCommand.ReportForecast;
import dev.interlude.checklist.forecast.ForecastDecider;
import dev.interlude.checklist.forecast.ForecastEvent;
import dev.interlude.checklist.forecast.ForecastEvent.ForecastChanged;
import dev.interlude.checklist.forecast.Outlook;
import dev.interlude.checklist.markdown.MarkdownReader;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Nobody does anything for half a day: what is said of it can be read by a person. At most six
 * events in any hour, and each forecast among them means something: it crosses the announced end,
 * or moved by five minutes or a tenth of what was left.
 */
class IdleNightTest {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final Duration OFTEN = Duration.ofSeconds(10);

    /** When something was said while nobody did anything. */
    private static List<Instant> said(Night idle) {
        List<Instant> said = new ArrayList<>();
        Night night = idle;
        Instant end = night.state().at().plus(HALF_A_DAY);
        var forecast = DeciderSpec.given(new ForecastDecider());
        forecast = report(forecast, night, night.state().at(), false, said);
        // that was for the last act
        said.clear();
        Optional<Instant> next = due(night);
        for (Instant now = night.state().at(); now.isBefore(end); now = now.plus(OFTEN)) {
            if (next.isPresent() && !next.get().isAfter(now)) {
                Instant fires = next.get().plusMillis(20);
                night = night.did(new CheckSlack(Acts.timer("slack", fires)));
                next = due(night);
                said.add(fires);
                forecast = report(forecast, night, fires, true, said);
            }
            forecast = report(forecast, night, now, true, said);
        }
        return said;
    }

    private static Optional<Instant> due(Night night) {
        return new ChecklistDecider().due(night.state()).stream().map(Due::at).findFirst();
    }

    private static DeciderSpec<ForecastCommand, ForecastEvent, Forecast> report(
            DeciderSpec<ForecastCommand, ForecastEvent, Forecast> forecast,
            Night night,
            Instant now,
            boolean idle,
            List<Instant> said) {
        Outlook outlook = Lookout.from(night.state(), now).orElseThrow();
        var decided =
                forecast.when(
                        new ReportForecast(
                                Acts.reaction("report", now),
                                WINDOW,
                                outlook,
                                night.said().size(),
                                idle));
        decided.events()
                .forEach(_ -> {
                    said.add(now);
                    assertMeansSomething(forecast.state(), outlook);
                });
        return decided.next();
    }

    private static void assertMeansSomething(Forecast before, Outlook now) {
        ForecastChanged last = before.last();
        if (last == null) {
            return;
        }
        boolean crosses =
                last.p50().isAfter(last.announcedEnd()) != now.p50().isAfter(now.announcedEnd());
        Duration moved = Duration.between(last.p50(), now.p50()).abs();
        Duration tenth = Duration.between(before.at(), last.p50()).dividedBy(10);
        assertThat(
                        crosses
                                || moved.compareTo(Duration.ofMinutes(5)) >= 0
                                || moved.compareTo(tenth) >= 0)
                .as("from %s to %s", last.p50(), now.p50())
                .isTrue();
    }

    private static void assertQuiet(List<Instant> said, Instant from) {
        for (Instant hour = from;
                hour.isBefore(from.plus(HALF_A_DAY));
                hour = hour.plusSeconds(600)) {
            Instant begins = hour;
            Instant ends = hour.plus(Duration.ofHours(1));
            long inIt = said.stream().filter(t -> !t.isBefore(begins) && t.isBefore(ends)).count();
            assertThat(inIt).as("from %s", begins).isLessThanOrEqualTo(6);
        }
        assertThat(said).hasSizeGreaterThan(2);
    }

    @Test
    void a_step_that_never_ends_is_told_six_times_an_hour_at_most() {
        Night night = Night.started(SMALL).starts(ANA, "02:00", "left");
        assertQuiet(said(night), at("02:00"));
    }

    @Test
    void a_step_that_nobody_starts_is_told_no_oftener() {
        assertQuiet(said(Night.started(SMALL)), at("02:00"));
    }

    @Test
    void an_end_that_slides_is_told_before_it_is_in_danger() {
        Night night =
                Night.started(SMALL)
                        .hears("02:00", new WindowNews.EndMoved(at("08:00")))
                        .starts(ANA, "02:00", "left");
        List<Instant> said = said(night);
        assertQuiet(said, at("02:00"));
        // noticeably later since a while, and a quarter of an hour after the last word
        assertThat(said.getFirst()).isEqualTo(at("02:15"));
        assertThat(said.get(1)).isEqualTo(at("02:30"));
    }

    @Test
    void earlier_runs_make_it_no_louder() {
        var plan = MarkdownReader.read(SMALL);
        List<Duration> took =
                List.of(
                        Duration.ofMinutes(9),
                        Duration.ofMinutes(40),
                        Duration.ofMinutes(25),
                        Duration.ofMinutes(12));
        Night night =
                Night.empty()
                        .did(
                                new DraftChecklist(
                                        by(ANA, "01:00"),
                                        WINDOW,
                                        plan.title(),
                                        plan.steps(),
                                        null,
                                        Map.of("left", took, "right", took, "check", took)))
                        .hears("01:00", new WindowNews.Planned(at("02:00"), at("04:00"), Acts.TEAM))
                        .hears("01:01", new WindowNews.CrewNamed(ANA.id(), BEN.id(), null))
                        .done(ANA, BEN, "01:10", "01:20", "look")
                        .hears("02:00", new WindowNews.Started())
                        .starts(ANA, "02:00", "left");
        List<Instant> said = said(night);
        assertQuiet(said, at("02:00"));
        // the end is crossed, and that is told within seconds of the crossing
        Instant crossing =
                said.stream()
                        .filter(t ->
                                Lookout.from(night.state(), t)
                                        .orElseThrow()
                                        .p50()
                                        .isAfter(at("04:00")))
                        .findFirst()
                        .orElseThrow();
        assertThat(Lookout.from(night.state(), crossing.minusSeconds(30)).orElseThrow().p50())
                .isBefore(at("04:00").plusSeconds(2));
    }
}
