package dev.interlude.planner.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a component; each event holds all of it. */
public sealed interface ComponentEvent {

    record ComponentAdded(
            String componentId,
            String name,
            @Nullable String group,
            List<String> dependsOn,
            @Nullable String team)
            implements ComponentEvent {}

    record ComponentRevised(
            String componentId,
            String name,
            @Nullable String group,
            List<String> dependsOn,
            @Nullable String team)
            implements ComponentEvent {}
}
