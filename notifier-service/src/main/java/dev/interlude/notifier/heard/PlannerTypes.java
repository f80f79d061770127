package dev.interlude.notifier.heard;

import static java.util.stream.Collectors.toMap;

import dev.interlude.eventlog.HeardTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;

/** The planner's events that must be readable to be taken. */
@ApplicationScoped
class PlannerTypes implements HeardTypes {

    @Override
    public Map<String, Class<?>> types() {
        return PlannerEvent.TYPES.types().stream()
                .collect(
                        toMap(
                                type -> type,
                                type -> Objects.requireNonNull(PlannerEvent.TYPES.classOf(type))));
    }
}
