package dev.interlude.planner.heard;

import dev.interlude.eventlog.HeardTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Whom the planner listens to. */
@ApplicationScoped
class HeardByPlanner implements HeardTypes {

    @Override
    public Map<String, Class<?>> types() {
        return Map.of(
                ReadinessChanged.TYPE, ReadinessChanged.class,
                ForecastChanged.TYPE, ForecastChanged.class,
                TemplatePublished.TYPE, TemplatePublished.class);
    }
}
