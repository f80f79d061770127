package dev.interlude.planner.command;

import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.slot.Collision;
import dev.interlude.planner.view.collisions.InTheWay;
import dev.interlude.planner.view.collisions.Warning;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.FrozenBy;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.Kind;
import dev.interlude.planner.window.Plan;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.MoveWindow;
import dev.interlude.planner.window.WindowCommand.Objected;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowCommand.Seats;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People and components are in one place at a time: a driver must be, others should. */
@ApplicationScoped
class Bookings {

    private final InTheWay inTheWay;
    private final Frozen frozen;

    Bookings(InTheWay inTheWay, Frozen frozen) {
        this.inTheWay = inTheWay;
        this.frozen = frozen;
    }

    /**
     * The command, or an objection when its driver is booked in that time already. An emergency
     * takes who is there.
     */
    Uni<WindowCommand> checked(PlanWindow c) {
        return c.crew() == null || c.kind() == Kind.EMERGENCY
                ? Uni.createFrom().item(c)
                : checked(c, booked(c.windowId(), c.team(), c.start(), c.end(), c.crew()));
    }

    /** The same for a window that gets another time; without an end it takes as long as before. */
    Uni<WindowCommand> moved(MoveWindow c, Window window) {
        if (!(window instanceof Known known)) {
            return Uni.createFrom().item(c);
        }
        Plan plan = known.plan();
        Duration length = Duration.between(plan.start(), plan.end());
        Instant end = c.end() == null ? c.start().plus(length) : c.end();
        return checked(c, window, known.crew().seats(), new Period(c.start(), end));
    }

    /** The same for a crew that is named, or a time that is changed, of a window that exists. */
    Uni<WindowCommand> checked(
            WindowCommand c, Window window, @Nullable Seats crew, @Nullable Period time) {
        if (!(window instanceof Known known) || crew == null) {
            return Uni.createFrom().item(c);
        }
        Plan plan = known.plan();
        return checked(
                c,
                booked(
                        plan.windowId(),
                        plan.team(),
                        time == null ? plan.start() : time.start(),
                        time == null ? plan.end() : time.end(),
                        crew));
    }

    private Uni<WindowCommand> checked(WindowCommand c, Booked booked) {
        return booked.time().start().isBefore(booked.time().end())
                ? inTheWay.of(booked).map(found -> objected(c, found))
                : Uni.createFrom().item(c);
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
