package dev.interlude.planner.command;

import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.slot.Collision;
import dev.interlude.planner.view.collisions.InTheWay;
import dev.interlude.planner.view.collisions.Warning;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.FrozenBy;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.Plan;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.Seats;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** People and components are in one place at a time: a driver is, others should be. */
@ApplicationScoped
class Bookings {

    private final InTheWay inTheWay;
    private final Frozen frozen;

    Bookings(InTheWay inTheWay, Frozen frozen) {
        this.inTheWay = inTheWay;
        this.frozen = frozen;
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
                        crew == null ? List.of() : DriverOnce.others(crew));
        return inTheWay.of(booked).chain(found -> frozen.by(window).map(by -> all(found, by)));
    }

    private static List<Warning> all(List<Collision> found, List<FrozenBy> frozen) {
        return Stream.concat(frozen.stream().map(Warning::of), found.stream().map(Warning::of))
                .toList();
    }
}
