package dev.interlude.planner.view.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.series.Series;
import dev.interlude.planner.series.Series.NotPlanned;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.series.SeriesEvent.SeriesPlanned;
import dev.interlude.planner.series.SeriesEvent.SeriesRevised;
import dev.interlude.planner.series.SeriesTerms;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Impact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpcomingTest {

    private static final String ID = "0198f2a0-7c00-7a3e-9c11-5d2f6a7b8c90";
    private static final LocalDateTime FIRST = LocalDateTime.parse("2027-02-06T02:00");

    private static SeriesTerms terms(LocalDateTime from, String component, String driver) {
        return new SeriesTerms(
                "Patch " + component,
                Map.of("en", "Away."),
                null,
                "Europe/Berlin",
                "FREQ=WEEKLY",
                from,
                Duration.ofHours(2),
                List.of(new ComponentImpact(component, component, Impact.OUTAGE)),
                "platform",
                null,
                Duration.ofDays(30),
                false,
                null,
                new SeriesTerms.Crew(driver, "p-buddy", null),
                null,
                null);
    }

    @Test
    void each_takes_up_what_holds_for_it_and_not_what_holds_later() {
        LocalDateTime second = FIRST.plusWeeks(1);
        var planned = new SeriesPlanned(ID, terms(FIRST, "builds", "p-ana"));
        var revised = new SeriesRevised(ID, second, terms(second, "mail", "p-eve"), List.of());
        var series = (Recurring) Series.evolve(Series.evolve(new NotPlanned(), planned), revised);
        var time =
                new Period(
                        Instant.parse("2027-02-05T00:00:00Z"),
                        Instant.parse("2027-02-20T00:00:00Z"));
        assertThat(Upcoming.expected(series, time).map(Upcoming::booked))
                .extracting(Booked::title, Booked::impacts, Booked::driver)
                .containsExactly(
                        tuple("Patch builds", Map.of("builds", Impact.OUTAGE), "p-ana"),
                        tuple("Patch mail", Map.of("mail", Impact.OUTAGE), "p-eve"));
    }
}
