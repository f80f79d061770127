package dev.interlude.checklist.forecast;

import dev.interlude.checklist.forecast.ForecastEvent.ForecastChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said last.
 *
 * @param last null as long as nothing was
 * @param at when
 */
public record Forecast(@Nullable ForecastChanged last, Instant at) {}
