package dev.interlude.planner.window;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long before the start people must have been told, and who must have agreed.
 *
 * @param scope what it applies to: a team, or {@code default} where no other does
 * @param version counted from 1
 * @param minimum by audience and impact; what is not there needs no notice
 * @param mode what happens when the notice is shorter than that
 * @param delayTolerance by how much an announced start may be put off without a new notice
 * @param approvalFrom the least impact for which a second person must approve; null for never
 * @param holidays no working days, besides Saturdays and Sundays
 */
public record NoticePolicy(
        String scope,
        int version,
        Map<Audience, Map<Impact, Duration>> minimum,
        Mode mode,
        Duration delayTolerance,
        @Nullable Impact approvalFrom,
        List<LocalDate> holidays) {

    /** Without holidays. */
    public NoticePolicy(
            String scope,
            int version,
            Map<Audience, Map<Impact, Duration>> minimum,
            Mode mode,
            Duration delayTolerance,
            @Nullable Impact approvalFrom) {
        this(scope, version, minimum, mode, delayTolerance, approvalFrom, List.of());
    }

    /** Whether too short a notice is refused, or let through and said. */
    public enum Mode {
        WARN,
        REFUSE
    }

    /**
     * 72 hours for an outage, 24 for a degradation, refused below; an hour's delay is told only.
     */
    public static final NoticePolicy DEFAULT =
            new NoticePolicy(
                    "default",
                    1,
                    Map.of(
                            Audience.PUBLIC,
                            Map.of(
                                    Impact.OUTAGE, Duration.ofDays(3),
                                    Impact.DEGRADED, Duration.ofDays(1))),
                    Mode.REFUSE,
                    Duration.ofHours(1),
                    null);

    public NoticePolicy {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(delayTolerance, "delayTolerance");
        var copy = new EnumMap<Audience, Map<Impact, Duration>>(Audience.class);
        minimum.forEach((audience, byImpact) -> copy.put(audience, Map.copyOf(byImpact)));
        minimum = Map.copyOf(copy);
        holidays = List.copyOf(holidays);
    }

    /** The longest minimum among the components; zero when none of them needs any. */
    public Duration required(Collection<ComponentImpact> components, Audience audience) {
        Map<Impact, Duration> byImpact = minimum.getOrDefault(audience, Map.of());
        return components.stream()
                .map(c -> byImpact.getOrDefault(c.impact(), Duration.ZERO))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** The least notice for a whole window; a rehearsal needs none. */
    public Duration requiredFor(Plan plan) {
        return Noticing.required(plan.components(), plan, this);
    }

    /** True when a second person must have approved a window of this impact. */
    public boolean needsApproval(Impact worst) {
        return approvalFrom != null && worst.compareTo(approvalFrom) >= 0;
    }

    /** True when a notice this short is refused. */
    public boolean refuses(Duration given, Duration required) {
        return mode == Mode.REFUSE && given.compareTo(required) < 0;
    }
}
