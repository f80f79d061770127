package dev.interlude.checklist.forecast;

import dev.interlude.checklist.forecast.ForecastCommand.ReportForecast;
import dev.interlude.checklist.forecast.ForecastEvent.ForecastChanged;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import java.time.Duration;
import java.time.Instant;

/**
 * Speaks only when it means something: the announced end is crossed in either direction or moved
 * itself, or P50 moved by 5 minutes or by a tenth of what was left. While nobody does anything the
 * end slides with the clock: then a quarter of an hour lies between two words, and only the
 * crossing doesn't wait for that. So an idle hour has four of these and the crossing, which the
 * checklist says once too: six events.
 */
public final class ForecastDecider implements Decider<ForecastCommand, ForecastEvent, Forecast> {

    private static final Duration NOTICEABLE = Duration.ofMinutes(5);
    private static final Duration NOISE = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofMinutes(15);

    @Override
    public Forecast initial() {
        return new Forecast(null, Instant.EPOCH);
    }

    @Override
    public Decision<ForecastEvent> decide(ForecastCommand command, Forecast state) {
        return switch (command) {
            case ReportForecast report ->
                    meansSomething(report, state)
                            ? Decision.accept(changed(report))
                            : Decision.nothing();
        };
    }

    @Override
    public Forecast evolve(Forecast state, Recorded<ForecastEvent> recorded) {
        return switch (recorded.event()) {
            case ForecastChanged changed -> new Forecast(changed, recorded.recordedAt());
        };
    }

    private static boolean meansSomething(ReportForecast report, Forecast state) {
        Outlook now = report.outlook();
        ForecastChanged last = state.last();
        if (last == null) {
            return true;
        }
        boolean wasLate = last.p50().isAfter(last.announcedEnd());
        boolean isLate = now.p50().isAfter(now.announcedEnd());
        Duration moved = Duration.between(last.p50(), now.p50()).abs();
        // without an act no end comes nearer: a clock that is behind sees what was before
        boolean crossed = wasLate != isLate && !(wasLate && report.idle());
        if (crossed || !last.announcedEnd().equals(now.announcedEnd())) {
            return true;
        }
        boolean noticeable =
                moved.compareTo(NOTICEABLE) >= 0
                        || moved.compareTo(tenthOfWhatWasLeft(last, state.at())) >= 0;
        return noticeable && (!report.idle() || timeForAWord(report, state.at()));
    }

    private static boolean timeForAWord(ReportForecast report, Instant said) {
        return Duration.between(said, report.act().now()).compareTo(AGAIN) >= 0;
    }

    private static Duration tenthOfWhatWasLeft(ForecastChanged last, Instant at) {
        Duration tenth = Duration.between(at, last.p50()).dividedBy(10);
        return tenth.compareTo(NOISE) > 0 ? tenth : NOISE;
    }

    private static ForecastChanged changed(ReportForecast report) {
        Outlook outlook = report.outlook();
        return new ForecastChanged(
                report.windowId(),
                outlook.p50(),
                outlook.p90(),
                outlook.announcedEnd(),
                outlook.slack(),
                outlook.rollbackReserve(),
                outlook.lastMoment(),
                report.checklistSequence());
    }
}
