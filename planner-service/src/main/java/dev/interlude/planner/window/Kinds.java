package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.PlanWindow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the kinds of maintenance ask of a plan. */
final class Kinds {

    /** How long ago an emergency may have begun. */
    static final Duration LOOK_BACK = Duration.ofDays(1);

    private Kinds() {}

    static @Nullable Rejection acceptable(PlanWindow c) {
        return Refusals.first(
                c.kind() == Kind.STANDARD && c.templateId() == null
                        ? Rejection.invalid(
                                "/templateId", "must name the template that STANDARD follows")
                        : null,
                c.kind() == Kind.PROVIDER && c.crew() != null
                        ? Rejection.invalid("/crew", "must not be named for the work of a PROVIDER")
                        : null,
                publicRehearsal(c.kind(), c.audience()),
                c.kind() != Kind.EMERGENCY && c.upTo() != null
                        ? Rejection.invalid("/upTo", "must only be given for an EMERGENCY")
                        : null,
                c.kind() == Kind.EMERGENCY && c.tentative()
                        ? Rejection.invalid("/tentative", "must not be true for an EMERGENCY")
                        : null);
    }

    static @Nullable Rejection publicRehearsal(Kind kind, @Nullable Audience audience) {
        return kind == Kind.REHEARSAL && audience == Audience.PUBLIC
                ? Rejection.invalid("/audience", "must be STAFF: a REHEARSAL is never public")
                : null;
    }

    static Audience audience(PlanWindow c, Impact worst) {
        return c.audience() == null ? usualAudience(c.kind(), worst) : c.audience();
    }

    static Audience usualAudience(Kind kind, Impact worst) {
        return kind == Kind.REHEARSAL || worst == Impact.NO_IMPACT
                ? Audience.STAFF
                : Audience.PUBLIC;
    }

    /** The start lies ahead; only an emergency may have begun before anybody wrote it down. */
    static @Nullable Rejection times(PlanWindow c) {
        Instant now = c.act().now();
        return c.kind() == Kind.EMERGENCY
                ? Times.window(c.start(), c.end(), now.minus(LOOK_BACK), now)
                : Times.window(c.start(), c.end(), now, now);
    }

    /** The work of others has no crew of ours. */
    static @Nullable Rejection crewed(Known w) {
        return w.plan().kind() == Kind.PROVIDER
                ? Refusals.wrongState(w, "The work of a PROVIDER has no crew of ours.")
                : null;
    }
}
