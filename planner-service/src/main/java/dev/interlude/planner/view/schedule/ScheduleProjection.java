package dev.interlude.planner.view.schedule;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Projection;
import dev.interlude.eventlog.follow.Table;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.heard.ForecastChanged;
import dev.interlude.planner.view.schedule.ScheduleEvents.Assigned;
import dev.interlude.planner.view.schedule.ScheduleEvents.Completed;
import dev.interlude.planner.view.schedule.ScheduleEvents.Component;
import dev.interlude.planner.view.schedule.ScheduleEvents.Extended;
import dev.interlude.planner.view.schedule.ScheduleEvents.Forecast;
import dev.interlude.planner.view.schedule.ScheduleEvents.HandedOver;
import dev.interlude.planner.view.schedule.ScheduleEvents.Moved;
import dev.interlude.planner.view.schedule.ScheduleEvents.Person;
import dev.interlude.planner.view.schedule.ScheduleEvents.Planned;
import dev.interlude.planner.view.schedule.ScheduleEvents.Revised;
import dev.interlude.planner.window.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps when a window takes place, on what and with whom; passes over what changes none of it. */
@ApplicationScoped
class ScheduleProjection implements Projection<Scheduled> {

    private static final Table<Scheduled> TABLE = Table.of("schedule_row", "id", Scheduled.class);

    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Table<Scheduled> table() {
        return TABLE;
    }

    @Override
    public @Nullable String key(LogEvent event) {
        boolean ours = event.own() && PlannerEvents.WINDOW.classOf(event.type()) != null;
        return ours || event.type().equals(ForecastChanged.TYPE) ? event.key() : null;
    }

    @Override
    public @Nullable Scheduled evolve(@Nullable Scheduled row, LogEvent event) {
        if (event.name().equals("WindowPlanned")) {
            return planned(event.read(Planned.class), event.streamOrdinal());
        }
        return row == null ? null : moved(row, event);
    }

    private static Scheduled moved(Scheduled row, LogEvent event) {
        return switch (event.name()) {
            case "WindowRevised" -> revised(row, event.read(Revised.class));
            case "CrewAssigned" -> row.by(seats(event.read(Assigned.class)));
            case "CrewDeclined" -> row.declinedBy(event.read(Person.class).person());
            case "CrewAccepted" -> row.acceptedBy(event.read(Person.class).person());
            case "CrewHandedOver", "RoleTakenOver" -> handedOver(row, event.read(HandedOver.class));
            case "WindowMoved" -> moved(row, event.read(Moved.class));
            case "WindowExtended" -> row.at(row.startsAt(), event.read(Extended.class).newEnd());
            case "WindowConfirmed" -> row.confirmed();
            case "ForecastChanged" -> row.forecast(event.read(Forecast.class).p50());
            case "WindowAnnounced" -> row.in(State.ANNOUNCED.written());
            case "WindowStarted", "CarryOutResumed" -> row.in(State.IN_PROGRESS.written());
            case "VerificationBegan" -> row.in(State.VERIFYING.written());
            case "RollbackBegan" -> row.in(State.ROLLING_BACK.written());
            case "WindowCancelled" -> row.in(State.CANCELLED.written());
            case "WindowCompleted" -> completed(row, event.read(Completed.class));
            default -> row;
        };
    }

    private static Scheduled revised(Scheduled row, Revised e) {
        Scheduled next = e.title() == null ? row : row.titled(e.title());
        return e.components() == null ? next : next.on(impacts(e.components()));
    }

    private static Scheduled handedOver(Scheduled row, HandedOver e) {
        return row.by(e.role(), e.to());
    }

    private static Scheduled moved(Scheduled row, Moved e) {
        return row.at(e.start(), e.end());
    }

    private static Scheduled completed(Scheduled row, Completed e) {
        return row.at(row.startsAt(), e.actualEnd()).in(State.COMPLETED.written());
    }

    private static Scheduled planned(Planned e, @Nullable Long number) {
        return new Scheduled(
                        e.windowId(),
                        number == null ? 0 : number,
                        e.title(),
                        e.team(),
                        State.PLANNED.written(),
                        e.kind(),
                        e.audience(),
                        e.tentative(),
                        e.zone(),
                        e.start(),
                        e.end(),
                        "",
                        "",
                        null)
                .on(impacts(e.components()));
    }

    private static Map<String, String> impacts(List<Component> components) {
        var impacts = new LinkedHashMap<String, String>();
        components.forEach(c -> impacts.put(c.id(), c.impact()));
        return impacts;
    }

    private static Map<String, String> seats(Assigned e) {
        var seats = new LinkedHashMap<String, String>();
        seats.put("DRIVER", e.driver());
        seats.put("BUDDY", e.buddy());
        if (e.liaison() != null) {
            seats.put("LIAISON", e.liaison());
        }
        add("EXPERT-", e.experts(), seats);
        add("SHIFT-", e.shifts(), seats);
        return seats;
    }

    private static void add(
            String role, @Nullable List<Person> persons, Map<String, String> seats) {
        for (int i = 0; persons != null && i < persons.size(); i++) {
            seats.put(role + (i + 1), persons.get(i).person());
        }
    }
}
