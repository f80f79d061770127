package dev.interlude.planner.command;

import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.slot.Collision;
import dev.interlude.planner.slot.Collisions;
import dev.interlude.planner.slot.Neighbours;
import dev.interlude.planner.view.collisions.InTheWay;
import dev.interlude.planner.view.collisions.Warning;
import dev.interlude.planner.view.schedule.Schedule;
import dev.interlude.planner.view.schedule.ScheduledWindow;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.FrozenBy;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.Plan;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.Objected;
import dev.interlude.planner.window.WindowCommand.Seats;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** People and components are in one place at a time: a driver is, others should be. */
@ApplicationScoped
class Bookings {

    private final InTheWay inTheWay;
    private final Schedule schedule;
    private final Frozen frozen;

    Bookings(InTheWay inTheWay, Schedule schedule, Frozen frozen) {
        this.inTheWay = inTheWay;
        this.schedule = schedule;
        this.frozen = frozen;
    }

    /**
     * The command, or an objection when a driver of this crew is booked in that time already: in a
     * window that is announced or at work. What is only planned is warned of.
     */
    Uni<WindowCommand> checked(WindowCommand c, Window window, Seats crew) {
        if (!(window instanceof Known known)) {
            return Uni.createFrom().item(c);
        }
        Plan plan = known.plan();
        Booked booked = booked(plan.windowId(), plan.team(), plan.start(), plan.end(), crew);
        var persons = new ArrayList<>(booked.others());
        persons.add(crew.driver());
        return schedule.keeping(persons, booked.time(), InTheWay.TOLD)
                .map(windows -> windows.stream().map(ScheduledWindow::booked).toList())
                .map(others -> Collisions.of(booked, others, new Neighbours(List.of())))
                .map(found -> objected(c, found));
    }

    private static WindowCommand objected(WindowCommand c, List<Collision> found) {
        return found.stream()
                .filter(one -> one.kind() == Collision.Kind.DRIVER_TWICE)
                .findFirst()
                .<WindowCommand>map(one ->
                        new Objected(
                                c,
                                Rejection.conflict("driver-booked", one.text())
                                        .with("windowId", one.windowId())
                                        .with("start", one.start().toString())
                                        .with("end", one.end().toString())))
                .orElse(c);
    }

    private static Booked booked(String id, String team, Instant start, Instant end, Seats crew) {
        return new Booked(
                id, null, "", team, new Period(start, end), Map.of(), crew.driver(), others(crew));
    }

    private static List<String> others(Seats crew) {
        return Stream.of(
                        Stream.of(crew.buddy()),
                        Stream.ofNullable(crew.liaison()),
                        crew.experts().stream().map(expert -> expert.person()),
                        crew.shifts().stream().map(shift -> shift.person()))
                .flatMap(one -> one)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What somebody should think about before a window takes place as it is planned. */
    Uni<List<Warning>> warnings(Known window) {
        Plan plan = window.plan();
        var impacts = new LinkedHashMap<String, Impact>();
        for (ComponentImpact c : plan.components()) {
            impacts.put(c.id(), c.impact());
        }
        Seats crew = window.crew().seats();
        var booked =
                new Booked(
                        plan.windowId(),
                        null,
                        plan.title(),
                        plan.team(),
                        new Period(plan.start(), plan.end()),
                        impacts,
                        crew == null ? null : crew.driver(),
                        crew == null ? List.of() : others(crew));
        return inTheWay.of(booked).chain(found -> frozen.by(window).map(by -> all(found, by)));
    }

    private static List<Warning> all(List<Collision> found, List<FrozenBy> frozen) {
        return Stream.concat(frozen.stream().map(Warning::of), found.stream().map(Warning::of))
                .toList();
    }
}
