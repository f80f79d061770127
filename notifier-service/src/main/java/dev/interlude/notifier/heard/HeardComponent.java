package dev.interlude.notifier.heard;

import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.notice.Impact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component with its impact, as the planner writes it. */
public record HeardComponent(String id, @Nullable String name, Impact impact) {

    AffectedComponent affected() {
        return new AffectedComponent(id, name == null ? id : name, impact);
    }

    static List<AffectedComponent> affected(List<HeardComponent> components) {
        return components.stream().map(HeardComponent::affected).toList();
    }
}
