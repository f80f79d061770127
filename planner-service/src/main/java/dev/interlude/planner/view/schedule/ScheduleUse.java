package dev.interlude.planner.view.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A component or a person that a window takes up. */
@Entity
@Table(name = "schedule_use")
class ScheduleUse {

    @Id String id;

    @Column(name = "window_id")
    String windowId;

    @Column String what;
}
