package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.CrewCommand.TakeOver;
import dev.interlude.planner.window.CrewEvent.RoleTakenOver;
import dev.interlude.planner.window.Window.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The holder of a role does not answer: somebody takes it at once, and the gap is on record. */
final class TakingOver {

    private static final Duration LONGEST_GAP = Duration.ofDays(1);

    private TakingOver() {}

    static Decision<WindowEvent> takeOver(TakeOver c, Known w) {
        Act act = c.act();
        Instant since = Objects.requireNonNullElse(c.gapSince(), act.now());
        Rejection no =
                Refusals.first(
                        HandingOver.mayHave(act, c.role(), w),
                        HandingOver.ofThePair(c.role()),
                        announced(w),
                        w.crew().seats() == null
                                ? Refusals.wrongState(w, "Nobody is named, so name a crew.")
                                : null,
                        outsideThePair(act, c.role(), w),
                        HandingOver.holder(w, c.role(), act.now()).equals(act.actor().id())
                                ? Refusals.wrongState(w, "The role is yours already.")
                                : null,
                        gap(since, act.now()),
                        HandingOver.twoPeople(w, c.role(), act.actor().id(), act.now()));
        return no != null
                ? Decision.reject(no)
                : Decision.accept(
                        new RoleTakenOver(
                                w.plan().windowId(),
                                c.role(),
                                HandingOver.holder(w, c.role(), act.now()),
                                act.actor().id(),
                                since,
                                c.reason()));
    }

    /** The other of the pair can't be both, and would be if the role were theirs. */
    private static @Nullable Rejection outsideThePair(Act act, CrewRole role, Known w) {
        String person = act.actor().id();
        boolean ofThePair =
                person.equals(HandingOver.holder(w, CrewRole.DRIVER, act.now()))
                        || person.equals(HandingOver.holder(w, CrewRole.BUDDY, act.now()));
        return role != CrewRole.LIAISON && ofThePair ? Refusals.samePerson() : null;
    }

    private static @Nullable Rejection announced(Known w) {
        return switch (w.state()) {
            case ANNOUNCED, IN_PROGRESS, VERIFYING, ROLLING_BACK -> null;
            case PLANNED -> Refusals.wrongState(w, "Before it is announced, name another crew.");
            case COMPLETED, CANCELLED -> Refusals.wrongState(w, "The window is over.");
        };
    }

    private static @Nullable Rejection gap(Instant since, Instant now) {
        if (since.isAfter(now)) {
            return Rejection.invalid("/gapSince", "must not lie in the future");
        }
        return since.isBefore(now.minus(LONGEST_GAP))
                ? Rejection.invalid("/gapSince", "must not lie more than 24 hours back")
                : null;
    }
}
