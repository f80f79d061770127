package dev.interlude.planner.view.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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
        return new Scheduled(
                        id,
                        number,
                        title,
                        team,
                        state,
                        kind,
                        audience,
                        tentative,
                        zone,
                        startsAt,
                        endsAt,
                        components,
                        crew,
                        p50)
                .window();
    }
}
