package dev.interlude.planner.policy;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.planner.window.NoticePolicy;
import org.jspecify.annotations.Nullable;

/** What may be asked of the notice policy of a scope. */
public sealed interface PolicyCommand {

    Act act();

    /** {@code inherited} is what applies to the scope as long as it has no policy of its own. */
    record ChangePolicy(Act act, String scope, Terms terms, String reason, NoticePolicy inherited)
            implements PolicyCommand {}

    record ConfirmLoosening(Act act, String scope, int ordinal) implements PolicyCommand {}

    record RejectLoosening(Act act, String scope, int ordinal, @Nullable String reason)
            implements PolicyCommand {}
}
