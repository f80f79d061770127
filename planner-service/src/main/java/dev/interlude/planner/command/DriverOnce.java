package dev.interlude.planner.command;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.series.SeriesEvent.OccurrenceOpened;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.slot.Collision;
import dev.interlude.planner.slot.Collisions;
import dev.interlude.planner.slot.Neighbours;
import dev.interlude.planner.view.collisions.InTheWay;
import dev.interlude.planner.view.schedule.Schedule;
import dev.interlude.planner.view.schedule.ScheduledWindow;
import dev.interlude.planner.window.Crew;
import dev.interlude.planner.window.CrewCommand.AcceptHandOver;
import dev.interlude.planner.window.CrewRole;
import dev.interlude.planner.window.Kind;
import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.Plan;
import dev.interlude.planner.window.State;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.AnnounceWindow;
import dev.interlude.planner.window.WindowCommand.MoveWindow;
import dev.interlude.planner.window.WindowCommand.Objected;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A driver is in one place at a time: what names one, or gives a window with one its time, is
 * refused while they are booked in a window that people were told of or that is at work. Of a
 * window that is only planned it is only warned; an emergency, and a role that is taken over, ask
 * nobody.
 *
 * <p>What is told is read from rows, which are a moment behind the log: two that are announced in
 * the same moment may both pass. Then both show the double booking among their warnings, and the
 * second to start is refused while its driver is at work in the first.
 */
@ApplicationScoped
public class DriverOnce {

    private final Schedule schedule;

    DriverOnce(Schedule schedule) {
        this.schedule = schedule;
    }

    /** A plan that names its crew. */
    Uni<WindowCommand> planned(PlanWindow c) {
        return c.crew() == null || c.kind() == Kind.EMERGENCY || !c.start().isBefore(c.end())
                ? Uni.createFrom().item(c)
                : checked(
                        c,
                        booked(c.windowId(), c.team(), new Period(c.start(), c.end()), c.crew()),
                        DriverOnce::told);
    }

    /** A crew that is named for a window. */
    Uni<WindowCommand> named(WindowCommand c, Window window, Seats crew) {
        return window instanceof Known w
                ? checked(c, booked(w.plan(), time(w.plan()), crew), DriverOnce::told)
                : Uni.createFrom().item(c);
    }

    Uni<WindowCommand> announced(AnnounceWindow c, Window window) {
        return window instanceof Known w && w.plan().kind() != Kind.EMERGENCY
                ? own(c, w, time(w.plan()), DriverOnce::told)
                : Uni.createFrom().item(c);
    }

    Uni<WindowCommand> moved(MoveWindow c, Window window) {
        if (!(window instanceof Known w)) {
            return Uni.createFrom().item(c);
        }
        Duration length = Duration.between(w.plan().start(), w.plan().end());
        Instant end = Objects.requireNonNullElse(c.end(), c.start().plus(length));
        return c.start().isBefore(end)
                ? own(c, w, new Period(c.start(), end), DriverOnce::told)
                : Uni.createFrom().item(c);
    }

    /** Who takes the wheel is not at another one. */
    Uni<WindowCommand> handedOver(AcceptHandOver c, Window window) {
        if (!(window instanceof Known w)) {
            return Uni.createFrom().item(c);
        }
        Seats crew = w.crew().seats();
        Crew.HandOver offer = w.crew().handOver(c.ordinal()).orElse(null);
        if (crew == null || offer == null || offer.role() != CrewRole.DRIVER) {
            return Uni.createFrom().item(c);
        }
        var after = new Seats(offer.to(), crew.buddy(), crew.liaison());
        return checked(c, booked(w.plan(), from(c.act().now(), w.plan()), after), DriverOnce::told);
    }

    Uni<WindowCommand> started(StartWindow c, Window window) {
        return window instanceof Known w && w.plan().kind() != Kind.EMERGENCY
                ? own(c, w, from(c.act().now(), w.plan()), DriverOnce::atWork)
                : Uni.createFrom().item(c);
    }

    /** An announcement by a series, of the window that it has just opened. */
    public Uni<Function<Act, WindowCommand>> announcedBySeries(
            OccurrenceOpened opened, NoticePolicy policy) {
        var crew = opened.crew();
        if (crew == null) {
            Function<Act, WindowCommand> announce = act -> new AnnounceWindow(act, policy);
            return Uni.createFrom().item(announce);
        }
        var seats = new Seats(crew.driver(), crew.buddy(), crew.liaison());
        var time = new Period(opened.start(), opened.end());
        return against(booked(opened.windowId(), opened.team(), time, seats), DriverOnce::told)
                .map(no -> act -> announce(act, policy, no));
    }

    private static WindowCommand announce(
            Act act, NoticePolicy policy, Optional<Rejection> objection) {
        var announce = new AnnounceWindow(act, policy);
        return objection.<WindowCommand>map(why -> new Objected(announce, why)).orElse(announce);
    }

    private Uni<WindowCommand> own(
            WindowCommand c, Known w, Period time, Predicate<ScheduledWindow> which) {
        Seats crew = w.crew().seats();
        return crew == null
                ? Uni.createFrom().item(c)
                : checked(c, booked(w.plan(), time, crew), which);
    }

    private Uni<WindowCommand> checked(
            WindowCommand c, Booked booked, Predicate<ScheduledWindow> which) {
        return against(booked, which)
                .map(no -> no.<WindowCommand>map(why -> new Objected(c, why)).orElse(c));
    }

    private Uni<Optional<Rejection>> against(Booked booked, Predicate<ScheduledWindow> which) {
        var persons = new ArrayList<>(booked.others());
        Stream.ofNullable(booked.driver()).forEach(persons::add);
        return schedule.keeping(persons, booked.time(), InTheWay.TOLD)
                .map(windows ->
                        windows.stream().filter(which).map(ScheduledWindow::booked).toList())
                .map(others -> Collisions.of(booked, others, new Neighbours(List.of())))
                .map(DriverOnce::objection);
    }

    private static boolean told(ScheduledWindow other) {
        return !other.state().equals(State.PLANNED.written());
    }

    private static boolean atWork(ScheduledWindow other) {
        return Stream.of(State.IN_PROGRESS, State.VERIFYING, State.ROLLING_BACK)
                .anyMatch(state -> state.written().equals(other.state()));
    }

    private static Optional<Rejection> objection(List<Collision> found) {
        return found.stream()
                .filter(one -> one.kind() == Collision.Kind.DRIVER_TWICE)
                .findFirst()
                .map(one ->
                        Rejection.conflict("driver-booked", one.text())
                                .with("windowId", one.windowId())
                                .with("start", one.start().toString())
                                .with("end", one.end().toString()));
    }

    private static Period time(Plan plan) {
        return new Period(plan.start(), plan.end());
    }

    private static Period from(Instant now, Plan plan) {
        return new Period(now, plan.end().isAfter(now) ? plan.end() : now.plusSeconds(1));
    }

    private static Booked booked(Plan plan, Period time, Seats crew) {
        return booked(plan.windowId(), plan.team(), time, crew);
    }

    private static Booked booked(String id, String team, Period time, Seats crew) {
        return new Booked(id, null, "", team, time, Map.of(), crew.driver(), others(crew));
    }

    /** All of the crew but its driver, whatever their role and time. */
    static List<String> others(Seats crew) {
        return Stream.of(
                        Stream.of(crew.buddy()),
                        Stream.ofNullable(crew.liaison()),
                        crew.experts().stream().map(expert -> expert.person()),
                        crew.shifts().stream().map(shift -> shift.person()))
                .flatMap(one -> one)
                .filter(Objects::nonNull)
                .toList();
    }
}
