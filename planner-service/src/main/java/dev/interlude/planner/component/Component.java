package dev.interlude.planner.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a component's stream. */
public sealed interface Component {

    /** There is no such component. */
    record Unknown() implements Component {}

    /**
     * A component of the catalogue.
     *
     * @param id slug
     * @param name as customers know it
     * @param group heading under which it is shown, or null
     * @param dependsOn slugs of components that it needs
     * @param team that looks after it, or null
     * @param backedBy slugs of those that stand in for it, or null
     * @param load how much it is used, null when nobody said
     */
    record Listed(
            String id,
            String name,
            @Nullable String group,
            List<String> dependsOn,
            @Nullable String team,
            @Nullable List<String> backedBy,
            @Nullable LoadProfile load)
            implements Component {}
}
