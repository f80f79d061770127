package dev.interlude.planner.view.schedule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of events, what a schedule is made from. */
final class ScheduleEvents {

    private ScheduleEvents() {}

    record Component(String id, String impact) {}

    record Planned(
            String windowId,
            String title,
            String zone,
            Instant start,
            Instant end,
            String kind,
            String audience,
            boolean tentative,
            String team,
            List<Component> components) {}

    record Revised(@Nullable String title, @Nullable List<Component> components) {}

    /** Whoever has a role for a part of the time only is taken up as well. */
    record Assigned(
            String driver,
            String buddy,
            @Nullable String liaison,
            @Nullable List<Person> experts,
            @Nullable List<Person> shifts) {}

    record Person(String person) {}

    record HandedOver(String role, String to) {}

    record Moved(Instant start, Instant end) {}

    record Extended(Instant newEnd) {}

    record Completed(Instant actualEnd) {}

    record Forecast(Instant p50) {}
}
