package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowEvent.PolicyUsed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges by the policy whether people are told early enough. */
final class Noticing {

    private Noticing() {}

    /**
     * What the policy says.
     *
     * @param given from now until it begins; negative when it has begun
     * @param refused too short for the policy
     * @param passedBy on record, although it is too short; null when nothing is or may be passed
     */
    record Judged(
            Duration given,
            Duration required,
            PolicyUsed policy,
            boolean refused,
            @Nullable PassedBy passedBy) {

        @Nullable Rejection rejection() {
            return refused && passedBy == null ? Refusals.noticeTooShort(given, required) : null;
        }

        @Nullable List<PassedBy> exceptions() {
            return PassedBy.marks(passedBy);
        }
    }

    /** Of telling now that this begins then, for these components. */
    static Judged judge(
            Instant now,
            Instant begins,
            Collection<ComponentImpact> components,
            Known w,
            NoticePolicy policy) {
        Duration given = Duration.between(now, begins);
        Duration required = required(components, w.plan(), policy);
        boolean refused = bound(w.plan().kind()) && policy.refuses(given, required);
        return new Judged(
                given,
                required,
                new PolicyUsed(policy.scope(), policy.version()),
                refused,
                refused && !given.isNegative() ? w.safeguards().leave(Gates.NOTICE) : null);
    }

    /** The least notice for these components; a rehearsal needs none. */
    static Duration required(
            Collection<ComponentImpact> components, Plan plan, NoticePolicy policy) {
        return plan.kind() == Kind.REHEARSAL
                ? Duration.ZERO
                : policy.required(components, plan.audience());
    }

    /**
     * What must be, or what others do, is told late rather than not at all; the record shows it.
     */
    static boolean bound(Kind kind) {
        return switch (kind) {
            case NORMAL, STANDARD, REHEARSAL -> true;
            case EMERGENCY, PROVIDER -> false;
        };
    }
}
