package dev.interlude.planner.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a component; additions and revisions hold all but its load. */
public sealed interface ComponentEvent {

    String componentId();

    /** {@code backedBy}: slugs of those that stand in for it; null for none. */
    record ComponentAdded(
            String componentId,
            String name,
            @Nullable String group,
            List<String> dependsOn,
            @Nullable String team,
            @Nullable List<String> backedBy)
            implements ComponentEvent {}

    record ComponentRevised(
            String componentId,
            String name,
            @Nullable String group,
            List<String> dependsOn,
            @Nullable String team,
            @Nullable List<String> backedBy)
            implements ComponentEvent {}

    /** How much it is used by the hours of a week, from Monday 00:00 on in the zone. */
    record LoadProfileSet(String componentId, String zone, List<Double> hours)
            implements ComponentEvent {}
}
