package dev.interlude.planner.view.calendar;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.command.Queries;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.view.catalogue.Components;
import dev.interlude.planner.view.freezes.Freezes;
import dev.interlude.planner.view.schedule.Schedule;
import dev.interlude.planner.view.schedule.ScheduledWindow;
import dev.interlude.planner.view.series.Upcoming;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Windows, occurrences to come and freezes, by time or by day. */
@Path("/api/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
class CalendarResource {

    private static final Duration MONTH = Duration.ofDays(31);
    private static final Duration YEARS = Duration.ofDays(731);

    private final Schedule schedule;
    private final Upcoming upcoming;
    private final Freezes freezes;
    private final Components catalogue;
    private final Log log;

    CalendarResource(
            Schedule schedule, Upcoming upcoming, Freezes freezes, Components catalogue, Log log) {
        this.schedule = schedule;
        this.upcoming = upcoming;
        this.freezes = freezes;
        this.catalogue = catalogue;
        this.log = log;
    }

    /** {@code items} of an agenda, by start; {@code days} of a month view, each with its items. */
    record Calendar(
            Instant from,
            Instant to,
            String zone,
            @Nullable List<CalendarItem> items,
            @Nullable List<Day> days) {}

    record Day(LocalDate date, List<CalendarItem> items) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "getCalendar",
            summary = "Windows, occurrences and freezes; view=agenda or month")
    @APIResponseSchema(value = Calendar.class, responseCode = "200")
    public Uni<Response> calendar(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("view") @Nullable String view,
            @QueryParam("team") @Nullable String team,
            @QueryParam("component") @Nullable String component) {
        Instant first = Queries.instant("from", from);
        Instant last = Queries.instant("to", to);
        ZoneId at = Queries.zone("zone", zone);
        String of = Queries.slug("team", team);
        String on = Queries.slug("component", component);
        boolean month = "month".equals(view);
        if (view != null && !month && !view.equals("agenda")) {
            throw Problem.invalid("view", "must be agenda or month");
        }
        return log.now()
                .map(now -> Queries.period(first == null ? now : first, last, MONTH, YEARS))
                .chain(asked ->
                        items(asked, at, of, on).map(items -> shown(asked, at, items, month)))
                .map(shown -> Response.ok(shown).header("Cache-Control", "no-store").build());
    }

    private Uni<List<CalendarItem>> items(
            Period asked, ZoneId zone, @Nullable String team, @Nullable String component) {
        return schedule.during(asked, team)
                .chain(windows ->
                        upcoming.booked(asked)
                                .chain(more ->
                                        freezes.list()
                                                .map(frozen ->
                                                        all(asked, zone, windows, more, frozen)
                                                                .filter(item ->
                                                                        of(team, item)
                                                                                && item.concerns(
                                                                                        component))
                                                                .sorted(
                                                                        Comparator.comparing(
                                                                                        CalendarItem
                                                                                                ::start)
                                                                                .thenComparing(
                                                                                        CalendarItem
                                                                                                ::id))
                                                                .toList())));
    }

    private static Stream<CalendarItem> all(
            Period asked,
            ZoneId zone,
            List<ScheduledWindow> windows,
            List<Booked> occurrences,
            List<Declared> freezes) {
        return Stream.of(
                        windows.stream().map(window -> CalendarItem.of(window, zone)),
                        occurrences.stream().map(one -> CalendarItem.of(one, zone)),
                        freezes.stream()
                                .flatMap(freeze ->
                                        freeze.within(asked).stream()
                                                .map(time -> CalendarItem.of(freeze, time, zone))))
                .flatMap(some -> some);
    }

    private static Listed listed(String slug, List<Listed> catalogue) {
        return catalogue.stream()
                .filter(component -> component.id().equals(slug))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("component", "must name a component of the catalogue"));
    }

    private static boolean of(@Nullable String team, CalendarItem item) {
        return team == null || item.team() == null || team.equals(item.team());
    }

    private static Calendar shown(
            Period asked, ZoneId zone, List<CalendarItem> items, boolean month) {
        if (!month) {
            return new Calendar(asked.start(), asked.end(), zone.getId(), items, null);
        }
        LocalDate first = LocalDate.ofInstant(asked.start(), zone);
        LocalDate behind = LocalDate.ofInstant(asked.end().minusMillis(1), zone).plusDays(1);
        List<Day> days =
                first.datesUntil(behind)
                        .map(day ->
                                new Day(
                                        day,
                                        items.stream().filter(item -> item.on(day, zone)).toList()))
                        .toList();
        return new Calendar(asked.start(), asked.end(), zone.getId(), null, days);
    }

    @GET
    @Path("now")
    @Authenticated
    @Operation(
            operationId = "getCalendarNow",
            summary = "Whether a pipeline may go on with a component now")
    @APIResponseSchema(value = CalendarNow.class, responseCode = "200")
    public Uni<Response> now(@QueryParam("component") @Nullable String component) {
        String on = Queries.slug("component", component);
        if (on == null) {
            throw Problem.invalid("component", "must name a component of the catalogue");
        }
        return catalogue
                .list()
                .map(all -> listed(on, all))
                .chain(found ->
                        log.now()
                                .chain(now ->
                                        freezes.list()
                                                .chain(frozen ->
                                                        schedule.running(null, Schedule.MOST)
                                                                .map(atWork ->
                                                                        CalendarNow.of(
                                                                                found, now, frozen,
                                                                                atWork)))))
                .map(state -> {
                    var response = Response.ok(state).header("Cache-Control", "no-store");
                    return state.retryAfter() == null
                            ? response.build()
                            : response.header("Retry-After", state.retryAfter()).build();
                });
    }
}
