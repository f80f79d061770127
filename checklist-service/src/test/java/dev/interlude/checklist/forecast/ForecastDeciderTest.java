package dev.interlude.checklist.forecast;

import static dev.interlude.testkit.DeciderSpec.given;

import dev.interlude.checklist.forecast.ForecastCommand.ReportForecast;
import dev.interlude.checklist.forecast.ForecastEvent.ForecastChanged;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastDeciderTest {

    private static final Instant FOUR = Instant.parse("2026-03-07T04:00:00Z");
    private static final Instant THREE = FOUR.minusSeconds(3600);

    private static Outlook outlook(int minutesAfterFour) {
        Instant p50 = FOUR.plus(Duration.ofMinutes(minutesAfterFour));
        return new Outlook(
                p50,
                p50.plusSeconds(600),
                FOUR,
                Duration.between(p50, FOUR),
                List.of("a"),
                null,
                null);
    }

    private static ReportForecast report(Outlook outlook) {
        return new ReportForecast(Acts.reaction("forecast", THREE), "w", outlook, 7);
    }

    private static ForecastChanged said(int minutesAfterFour) {
        Outlook o = outlook(minutesAfterFour);
        return new ForecastChanged(
                "w", o.p50(), o.p90(), o.announcedEnd(), o.slack(), null, null, 7);
    }

    @Test
    void the_first_forecast_is_said() {
        given(new ForecastDecider()).when(report(outlook(-15))).then(said(-15));
    }

    @Test
    void a_crossing_is_said_in_either_direction() {
        given(new ForecastDecider(), said(-1)).when(report(outlook(1))).then(said(1));
        given(new ForecastDecider(), said(1)).when(report(outlook(0))).then(said(0));
    }

    @Test
    void five_minutes_are_said() {
        given(new ForecastDecider(), said(-20)).when(report(outlook(-15))).then(said(-15));
        given(new ForecastDecider(), said(-20)).when(report(outlook(-16))).thenNothing();
        given(new ForecastDecider(), said(10)).when(report(outlook(15))).then(said(15));
    }

    @Test
    void a_tenth_of_what_was_left_is_said() {
        given(new ForecastDecider())
                .at(THREE.plusSeconds(1200))
                .and(said(-20))
                .when(report(outlook(-18)))
                .then(said(-18));
    }

    @Test
    void another_announced_end_is_said() {
        Outlook later =
                new Outlook(
                        outlook(-15).p50(),
                        outlook(-15).p90(),
                        FOUR.plusSeconds(3600),
                        Duration.ofMinutes(75),
                        List.of("a"),
                        null,
                        null);
        given(new ForecastDecider(), said(-15))
                .when(report(later))
                .thenTypes(ForecastChanged.class);
    }

    @Test
    void an_end_that_only_slides_is_said_every_quarter_of_an_hour() {
        given(new ForecastDecider())
                .at(THREE.minusSeconds(899))
                .and(said(-40))
                .when(idle(-26))
                .thenNothing();
        given(new ForecastDecider())
                .at(THREE.minusSeconds(900))
                .and(said(-40))
                .when(idle(-25))
                .then(said(-25));
    }

    @Test
    void a_crossing_by_time_alone_is_said_at_once() {
        given(new ForecastDecider(), said(-1)).when(idle(1)).then(said(1));
    }

    private static ReportForecast idle(int minutesAfterFour) {
        return new ReportForecast(
                Acts.reaction("forecast", THREE), "w", outlook(minutesAfterFour), 7, true);
    }

    @Test
    void what_means_nothing_is_not_said() {
        given(new ForecastDecider(), said(-15)).when(report(outlook(-15))).thenNothing();
    }
}
