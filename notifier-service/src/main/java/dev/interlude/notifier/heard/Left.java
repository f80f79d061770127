package dev.interlude.notifier.heard;

import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.notice.Impact;
import java.util.List;

/** The impact that is left on each component when the work has ended. */
final class Left {

    private Left() {}

    static List<AffectedComponent> on(
            List<AffectedComponent> components, List<HeardComponent> left) {
        return components.stream()
                .map(c -> new AffectedComponent(c.id(), c.name(), impact(c.id(), left)))
                .toList();
    }

    private static Impact impact(String id, List<HeardComponent> left) {
        return left.stream()
                .filter(l -> l.id().equals(id))
                .map(HeardComponent::impact)
                .findFirst()
                .orElse(Impact.NO_IMPACT);
    }
}
