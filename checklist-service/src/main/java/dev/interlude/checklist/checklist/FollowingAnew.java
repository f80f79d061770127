package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.FollowAnew;
import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowForgotten;
import dev.interlude.eventlog.decider.Decision;
import org.jspecify.annotations.Nullable;

/** Where the window stands by what the planner still knows, whatever was followed before. */
final class FollowingAnew {

    private FollowingAnew() {}

    static Decision<ChecklistEvent> follow(FollowAnew c, Checklist state) {
        Window known = state.window();
        WindowFollowed last = last(c);
        if (last != null) {
            return Following.followed(c.all().getLast(), last, state);
        }
        return known == null || known.plannerEpoch() >= c.plannerEpoch()
                ? Decision.nothing()
                : Decision.accept(new WindowForgotten(c.windowId(), c.plannerEpoch()));
    }

    private static @Nullable WindowFollowed last(FollowAnew c) {
        WindowFollowed last = null;
        Window window = null;
        for (FollowWindow said : c.all()) {
            WindowFollowed next = Following.next(inEpoch(said, c.plannerEpoch()), window);
            if (next != null) {
                last = next;
                window = Window.of(next, window, said.occurredAt());
            }
        }
        return last;
    }

    /** Later than all that was followed of the epochs before. */
    private static FollowWindow inEpoch(FollowWindow said, int epoch) {
        return new FollowWindow(
                said.act(),
                said.windowId(),
                epoch,
                said.plannerSequence(),
                said.occurredAt(),
                said.news());
    }
}
