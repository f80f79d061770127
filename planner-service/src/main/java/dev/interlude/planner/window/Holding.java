package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.SafeguardCommand.HoldWork;
import dev.interlude.planner.window.SafeguardCommand.ReleaseHold;
import dev.interlude.planner.window.SafeguardEvent.HoldCalled;
import dev.interlude.planner.window.SafeguardEvent.HoldReleaseOffered;
import dev.interlude.planner.window.SafeguardEvent.HoldReleased;
import dev.interlude.planner.window.Safeguards.Hold;
import dev.interlude.planner.window.Window.Known;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anyone of the crew stops the work alone and at once; it takes two to go on. */
final class Holding {

    static final String RELEASE = "hold-release";

    private Holding() {}

    static Decision<WindowEvent> hold(HoldWork c, Known w) {
        Rejection no = Refusals.first(Rights.crew(c.act(), w), Running.running(w));
        return no != null
                ? Decision.reject(no)
                : Decision.accept(called(w, c.act().actor().id(), c.reason()));
    }

    static HoldCalled called(Known w, String by, String reason) {
        return new HoldCalled(w.plan().windowId(), w.safeguards().holds().size() + 1, by, reason);
    }

    static Decision<WindowEvent> release(ReleaseHold c, Known w) {
        var hold = w.safeguards().hold(c.ordinal());
        Rejection may = Rights.crew(c.act(), w);
        if (may != null || hold.isEmpty()) {
            return Decision.reject(
                    may == null ? Rejection.notFound("There is no such hold.") : may);
        }
        Rejection no =
                Refusals.first(
                        hold.get().stands()
                                ? Running.running(w)
                                : Refusals.wrongState(
                                        w, "Hold " + c.ordinal() + " is released already."));
        return no != null ? Decision.reject(no) : release(hold.get(), c.act().actor().id(), w);
    }

    private static Decision<WindowEvent> release(Hold hold, String person, Known w) {
        String id = w.plan().windowId();
        String first = hold.offeredBy();
        if (first != null && !first.equals(person)) {
            return Decision.accept(
                    new HoldReleased(id, hold.ordinal(), List.of(first, person), null));
        }
        PassedBy alone = w.safeguards().leave(RELEASE);
        if (alone != null) {
            return Decision.accept(
                    new HoldReleased(id, hold.ordinal(), List.of(person), List.of(alone)));
        }
        return first == null
                ? Decision.accept(new HoldReleaseOffered(id, hold.ordinal(), person))
                : Decision.reject(
                        Refusals.samePerson("Another one of the crew must be for going on too."));
    }

    /** While the work is held it is not called done. */
    static @Nullable Rejection notHeld(Known w) {
        return w.safeguards().held()
                ? Refusals.wrongState(w, "The work is held; two people release it.")
                : null;
    }
}
