package dev.interlude.planner.view.schedule;

import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.slot.Booked;
import dev.interlude.planner.window.Impact;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A window in the schedule. */
@Entity
@Table(name = "schedule_row")
class ScheduleRow {

    @Id String id;
    @Column long number;
    @Column String title;
    @Column String team;
    @Column String state;
    @Column String kind;
    @Column String audience;
    @Column boolean tentative;
    @Column String zone;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column String components;
    @Column String crew;
    @Column @Nullable Instant p50;

    ScheduledWindow window() {
        var impacts = new LinkedHashMap<String, Impact>();
        Scheduled.pairs(components)
                .forEach((slug, impact) -> impacts.put(slug, Impact.valueOf(impact)));
        Map<String, String> seats = Scheduled.pairs(crew);
        var booked =
                new Booked(
                        id,
                        "M-" + number,
                        title,
                        team,
                        new Period(startsAt, endsAt),
                        impacts,
                        seats.get("DRIVER"),
                        seats.entrySet().stream()
                                .filter(seat -> !seat.getKey().equals("DRIVER"))
                                .map(Map.Entry::getValue)
                                .toList());
        return new ScheduledWindow(booked, state, kind, audience, tentative, zone, p50);
    }
}
