package dev.interlude.planner.window;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/**
 * How long before the start people must have been told.
 *
 * @param scope what it applies to; {@code default} is the one that applies where no other does
 * @param version counted from 1
 * @param minimum by impact, for customers; an impact that is not there needs none
 */
public record NoticePolicy(String scope, int version, Map<Impact, Duration> minimum) {

    /** 72 hours for an outage, 24 for a degradation. */
    public static final NoticePolicy DEFAULT =
            new NoticePolicy(
                    "default",
                    1,
                    Map.of(
                            Impact.OUTAGE, Duration.ofDays(3),
                            Impact.DEGRADED, Duration.ofDays(1)));

    public NoticePolicy {
        minimum = Map.copyOf(minimum);
    }

    /** The longest minimum among the components; staff need none. */
    public Duration required(Collection<ComponentImpact> components, Audience audience) {
        return switch (audience) {
            case STAFF -> Duration.ZERO;
            case PUBLIC ->
                    components.stream()
                            .map(c -> minimum.getOrDefault(c.impact(), Duration.ZERO))
                            .max(Comparator.naturalOrder())
                            .orElse(Duration.ZERO);
        };
    }
}
