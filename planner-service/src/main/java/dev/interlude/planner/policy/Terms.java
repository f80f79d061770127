package dev.interlude.planner.policy;

import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.NoticePolicy.Mode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a policy asks for.
 *
 * @param minimum least notice by audience and impact, ISO 8601; what is not there needs none
 * @param mode whether a shorter notice is refused, or let through and said
 * @param delayTolerance by how much an announced start may be put off without a new notice
 * @param approvalFrom least impact for which a second person must approve; null for never
 * @param holidays no working days, besides Saturdays and Sundays; null for none
 */
public record Terms(
        Map<Audience, Map<Impact, Duration>> minimum,
        Mode mode,
        Duration delayTolerance,
        @Nullable Impact approvalFrom,
        @Nullable List<LocalDate> holidays) {

    /** Holidays in their order, each once. */
    public Terms {
        holidays =
                holidays == null || holidays.isEmpty()
                        ? null
                        : holidays.stream().distinct().sorted().toList();
    }

    /** Without holidays. */
    public Terms(
            Map<Audience, Map<Impact, Duration>> minimum,
            Mode mode,
            Duration delayTolerance,
            @Nullable Impact approvalFrom) {
        this(minimum, mode, delayTolerance, approvalFrom, null);
    }

    static Terms of(NoticePolicy policy) {
        return new Terms(
                policy.minimum(),
                policy.mode(),
                policy.delayTolerance(),
                policy.approvalFrom(),
                policy.holidays());
    }

    NoticePolicy as(String scope, int version) {
        return new NoticePolicy(
                scope, version, minimum, mode, delayTolerance, approvalFrom, free());
    }

    Duration minimum(Audience audience, Impact impact) {
        return Objects.requireNonNullElse(
                minimum.getOrDefault(audience, Map.of()).get(impact), Duration.ZERO);
    }

    private List<LocalDate> free() {
        return holidays == null ? List.of() : holidays;
    }

    /** In what these terms ask for less than others, in words; empty when in nothing. */
    List<String> loosens(Terms before) {
        var less = new ArrayList<String>();
        for (Audience audience : Audience.values()) {
            for (Impact impact : Impact.values()) {
                Duration was = before.minimum(audience, impact);
                Duration is = minimum(audience, impact);
                if (is.compareTo(was) < 0) {
                    less.add("notice of " + impact + " for " + audience + ": " + was + " to " + is);
                }
            }
        }
        if (before.mode == Mode.REFUSE && mode == Mode.WARN) {
            less.add("too short a notice is no longer refused");
        }
        if (delayTolerance.compareTo(before.delayTolerance) > 0) {
            less.add("tolerated delay: " + before.delayTolerance + " to " + delayTolerance);
        }
        if (before.approvalFrom != null
                && (approvalFrom == null || approvalFrom.compareTo(before.approvalFrom) > 0)) {
            less.add(
                    "approval needed from: "
                            + before.approvalFrom
                            + " to "
                            + (approvalFrom == null ? "never" : approvalFrom));
        }
        List<LocalDate> more =
                free().stream().filter(day -> !before.free().contains(day)).sorted().toList();
        if (!more.isEmpty()) {
            less.add("working days that count no more: " + more);
        }
        return List.copyOf(less);
    }
}
