package dev.interlude.planner.view.windowlist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A window in lists. */
@Entity
@Table(name = "window_row")
class WindowRow {

    @Id String id;

    @Column long number;
    @Column String title;
    @Column String state;
    @Column boolean overrun;
    @Column String kind;
    @Column String audience;
    @Column String team;
    @Column String zone;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column boolean tentative;
    @Column boolean announced;
    @Column boolean delayed;
    @Column int holds;
    @Column @Nullable String outcome;
    @Column @Nullable String series;
    @Column String words;

    @Column(name = "actual_end")
    @Nullable Instant actualEnd;

    @Column int revision;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "changed_at")
    Instant changedAt;
}
