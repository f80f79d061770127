package dev.interlude.planner.view.catalogue;

import dev.interlude.planner.component.Component.Listed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component in the catalogue; lists are slugs with blanks between them. */
@Entity
@Table(name = "component_row")
class ComponentRow {

    @Id String id;

    @Column String name;

    @Column(name = "heading")
    @Nullable String group;

    @Column(name = "depends_on")
    String dependsOn;

    @Column(name = "backed_by")
    String backedBy;

    @Column @Nullable String team;

    @Column long version;

    Listed component() {
        List<String> backups = slugs(backedBy);
        return new Listed(
                id, name, group, slugs(dependsOn), team, backups.isEmpty() ? null : backups, null);
    }

    static List<String> slugs(String written) {
        return written.isEmpty() ? List.of() : List.of(written.split(" ", -1));
    }
}
