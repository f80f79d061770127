package dev.interlude.planner.view.series;

import dev.interlude.eventlog.LogJson;
import dev.interlude.planner.series.Series.Recurring;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;

/** A series; {@code state} is JSON. */
@Entity
@Table(name = "series_row")
class SeriesRow {

    @Id String id;
    @Column String title;
    @Column String team;
    @Column String state;

    Recurring series() {
        return LogJson.read(state.getBytes(StandardCharsets.UTF_8), Recurring.class);
    }
}
