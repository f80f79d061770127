package dev.interlude.planner.policy;

import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.NoticePolicy.Mode;
import java.time.Duration;
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
 */
public record Terms(
        Map<Audience, Map<Impact, Duration>> minimum,
        Mode mode,
        Duration delayTolerance,
        @Nullable Impact approvalFrom) {

    static Terms of(NoticePolicy policy) {
        return new Terms(
                policy.minimum(), policy.mode(), policy.delayTolerance(), policy.approvalFrom());
    }

    NoticePolicy as(String scope, int version) {
        return new NoticePolicy(scope, version, minimum, mode, delayTolerance, approvalFrom);
    }

    Duration minimum(Audience audience, Impact impact) {
        return Objects.requireNonNullElse(
                minimum.getOrDefault(audience, Map.of()).get(impact), Duration.ZERO);
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
        return List.copyOf(less);
    }
}
