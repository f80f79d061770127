package dev.interlude.planner.view.ics;

import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.series.Occurrence;
import dev.interlude.planner.series.Series.Recurring;
import dev.interlude.planner.view.freezes.Freezes;
import dev.interlude.planner.view.ics.IcsEntry.Standing;
import dev.interlude.planner.view.series.Upcoming;
import dev.interlude.planner.view.windowlist.WindowSummary;
import dev.interlude.planner.view.windowlist.WindowsInTime;
import dev.interlude.planner.window.ComponentImpact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in the calendar of staff: windows, occurrences that are none yet, freezes. */
@ApplicationScoped
class StaffEntries {

    private final WindowsInTime windows;
    private final Upcoming upcoming;
    private final Freezes freezes;

    StaffEntries(WindowsInTime windows, Upcoming upcoming, Freezes freezes) {
        this.windows = windows;
        this.upcoming = upcoming;
        this.freezes = freezes;
    }

    Uni<List<IcsEntry>> during(Period time, @Nullable String team, @Nullable String component) {
        return windows.during(time, team)
                .chain(found -> upcoming.series().map(series -> of(found, series)))
                .chain(found ->
                        upcoming.occurrences(time)
                                .chain(expected ->
                                        freezes.list()
                                                .map(frozen ->
                                                        all(
                                                                found, expected, frozen, time, team,
                                                                component))));
    }

    /** A window that was an occurrence goes on counting from what that had come to. */
    private static List<WindowsInTime.Entry> of(
            List<WindowsInTime.Entry> windows, List<Recurring> series) {
        var byId = series.stream().collect(Collectors.toMap(Recurring::id, s -> s));
        return windows.stream()
                .map(entry -> {
                    Recurring s = byId.get(entry.window().series());
                    return s == null ? entry : entry.plus(s.sequence(entry.window().id()));
                })
                .toList();
    }

    private static List<IcsEntry> all(
            List<WindowsInTime.Entry> windows,
            List<Upcoming.Expected> occurrences,
            List<Declared> freezes,
            Period time,
            @Nullable String team,
            @Nullable String component) {
        var all = new ArrayList<IcsEntry>();
        windows.stream()
                .filter(w -> concerns(w.window().components(), component))
                .map(StaffEntries::of)
                .forEach(all::add);
        occurrences.stream()
                .filter(o -> team == null || team.equals(o.terms().team()))
                .filter(o -> concerns(o.terms().components(), component))
                .map(o -> of(o, time.start()))
                .forEach(all::add);
        freezes.stream()
                .filter(f -> f.liftedAt() == null)
                .filter(f -> isFor(f, team) && isOn(f, component))
                .flatMap(f -> f.within(time).stream().map(during -> of(f, during, time.start())))
                .forEach(all::add);
        return all;
    }

    private static boolean isFor(Declared freeze, @Nullable String team) {
        return team == null || freeze.terms().team() == null || team.equals(freeze.terms().team());
    }

    private static boolean isOn(Declared freeze, @Nullable String component) {
        var on = freeze.terms().components();
        return component == null || on.isEmpty() || on.contains(component);
    }

    private static boolean concerns(List<ComponentImpact> some, @Nullable String component) {
        return component == null || some.stream().anyMatch(c -> c.id().equals(component));
    }

    private static IcsEntry of(WindowsInTime.Entry entry) {
        WindowSummary w = entry.window();
        Instant actual = entry.actualEnd();
        return new IcsEntry(
                w.id(),
                entry.revision(),
                standing(w),
                w.number() + " " + w.title(),
                description(
                        Stream.of(
                                w.state(),
                                w.flags().isEmpty() ? null : String.join(", ", w.flags()),
                                w.kind(),
                                "team " + w.team()),
                        w.components()),
                categories(w.team(), w.components()),
                ZoneId.of(w.zone()),
                w.start(),
                actual != null && actual.isAfter(w.start()) ? actual : w.end(),
                entry.plannedAt(),
                entry.changedAt());
    }

    /** What nobody was told of yet is not certain either. */
    private static Standing standing(WindowSummary w) {
        if (w.state().equals("Cancelled")) {
            return Standing.CANCELLED;
        }
        return w.state().equals("Planned") || w.flags().contains("tentative")
                ? Standing.TENTATIVE
                : Standing.CONFIRMED;
    }

    private static IcsEntry of(Upcoming.Expected expected, Instant at) {
        Occurrence one = expected.occurrence();
        return new IcsEntry(
                one.windowId(),
                expected.sequence(),
                Standing.TENTATIVE,
                one.title(),
                description(
                        Stream.of("Expected", "team " + expected.terms().team(), one.note()),
                        expected.terms().components()),
                categories(expected.terms().team(), expected.terms().components()),
                ZoneId.of(expected.terms().zone()),
                one.start(),
                one.end(),
                at,
                at);
    }

    private static IcsEntry of(Declared freeze, Period during, Instant at) {
        return new IcsEntry(
                "freeze-" + freeze.id() + "-" + during.start().getEpochSecond(),
                0,
                Standing.CONFIRMED,
                "Freeze: " + freeze.terms().title(),
                freeze.terms().components().isEmpty()
                        ? "All components"
                        : String.join(", ", freeze.terms().components()),
                List.of("freeze"),
                ZoneId.of(freeze.terms().zone()),
                during.start(),
                during.end(),
                at,
                at);
    }

    private static String description(
            Stream<@Nullable String> first, List<ComponentImpact> components) {
        return first.filter(java.util.Objects::nonNull).collect(Collectors.joining(" · "))
                + "\n"
                + components.stream()
                        .map(c -> c.name() + ": " + c.impact())
                        .collect(Collectors.joining("\n"));
    }

    private static List<String> categories(String team, List<ComponentImpact> components) {
        return Stream.concat(Stream.of(team), components.stream().map(ComponentImpact::name))
                .toList();
    }
}
