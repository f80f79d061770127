package dev.interlude.planner.view.windowlist;

import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Impact;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A component of a window in lists. */
@Entity
@Table(name = "window_component")
class WindowComponentRow {

    @Id String id;

    @Column(name = "window_id")
    String windowId;

    @Column(name = "component_id")
    String componentId;

    @Column int ordinal;
    @Column String name;
    @Column String impact;

    ComponentImpact component() {
        return new ComponentImpact(componentId, name, Impact.valueOf(impact));
    }
}
