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

    static WindowComponentRow of(String windowId, int ordinal, ComponentImpact component) {
        var row = new WindowComponentRow();
        row.id = windowId + "/" + component.id();
        row.windowId = windowId;
        row.componentId = component.id();
        row.ordinal = ordinal;
        row.name = component.name();
        row.impact = component.impact().name();
        return row;
    }

    ComponentImpact component() {
        return new ComponentImpact(componentId, name, Impact.valueOf(impact));
    }
}
