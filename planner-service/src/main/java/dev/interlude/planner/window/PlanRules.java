package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Rejection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds of every plan, of a window as of those that come again. */
public final class PlanRules {

    private PlanRules() {}

    /** Each component once, and at least one; null when it is so. */
    public static @Nullable Rejection components(List<ComponentImpact> components) {
        if (components.isEmpty()) {
            return Rejection.invalid("/components", "must name at least one component");
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < components.size(); i++) {
            if (!seen.add(components.get(i).id())) {
                return Rejection.invalid("/components/" + i + "/id", "must not be named twice");
            }
        }
        return null;
    }

    /** Leads before the start that can be reckoned with, each once; null when they are, or none. */
    public static @Nullable Rejection reminders(@Nullable List<String> reminders) {
        return Reminders.acceptable(reminders);
    }

    /** The least notice by the policy, where no audience is named that of the usual one. */
    public static Duration notice(
            List<ComponentImpact> components, @Nullable Audience audience, NoticePolicy policy) {
        Impact worst =
                components.stream()
                        .map(ComponentImpact::impact)
                        .max(Impact::compareTo)
                        .orElse(Impact.NO_IMPACT);
        return policy.required(
                components, audience == null ? Kinds.usualAudience(Kind.NORMAL, worst) : audience);
    }
}
