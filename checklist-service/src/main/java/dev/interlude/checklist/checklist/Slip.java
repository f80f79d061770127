package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.WithdrawStart;
import dev.interlude.eventlog.decider.Rejection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A start that was none: who told it takes it back, as long as it is fresh. */
final class Slip {

    static final Duration FRESH = Duration.ofMinutes(2);

    private Slip() {}

    static @Nullable Rejection refuse(WithdrawStart c, StepRecord s) {
        if (!(s.progress() instanceof Progress.Running running)) {
            return null;
        }
        if (!running.startedBy().equals(c.act().actor())) {
            return Rejection.conflict("wrong-state", "who started it takes the start back")
                    .with("stepId", s.step().id());
        }
        return c.act().now().isAfter(running.toldAt().plus(FRESH))
                ? Rejection.conflict(
                                "wrong-state",
                                "a start is taken back within two minutes; say that it failed")
                        .with("stepId", s.step().id())
                : null;
    }
}
