package dev.interlude.notifier.heard;

import dev.interlude.eventlog.HeardTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The planner's events that must be readable to be taken. */
@ApplicationScoped
class PlannerTypes implements HeardTypes {

    private static final HeardTypes FAMILY = HeardTypes.of(PlannerEvent.TYPES);

    @Override
    public Map<String, Class<?>> types() {
        return FAMILY.types();
    }

    @Override
    public Object read(String type, byte[] data) {
        return FAMILY.read(type, data);
    }
}
