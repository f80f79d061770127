package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistCommand.FollowWindow;
import dev.interlude.checklist.checklist.ChecklistEvent.ChecklistFrozen;
import dev.interlude.checklist.checklist.ChecklistEvent.WindowFollowed;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes over what the planner said; what was taken over before changes nothing. */
final class Following {

    private Following() {}

    static Decision<ChecklistEvent> follow(FollowWindow c, Checklist state) {
        Window window = state.window();
        if (window != null && !isNews(c, window)) {
            return Decision.nothing();
        }
        WindowFollowed next = next(c, window);
        return next == null ? Decision.nothing() : followed(c, next, state);
    }

    /** After a restore of the planner's store its sequences begin further down again. */
    private static boolean isNews(FollowWindow c, Window known) {
        return c.plannerEpoch() == known.plannerEpoch()
                ? c.plannerSequence() > known.plannerSequence()
                : c.plannerEpoch() > known.plannerEpoch();
    }

    static Decision<ChecklistEvent> followed(FollowWindow c, WindowFollowed next, Checklist state) {
        Instant now = c.act().now();
        Instant at = c.occurredAt().isAfter(now) ? now : c.occurredAt();
        List<Fact<ChecklistEvent>> facts = new ArrayList<>();
        facts.add(new Fact<>(next, at));
        Checklist.Plan plan = state.plan();
        if (plan != null && !plan.frozen() && next.state().underWay()) {
            facts.add(new Fact<>(new ChecklistFrozen(c.windowId()), at));
        }
        if (plan != null && c.news() instanceof WindowNews.RollbackBegan && !goesBack(state)) {
            facts.add(new Fact<>(WayBack.from(state, c.windowId()), at));
        }
        return Decision.acceptAll(facts);
    }

    private static boolean goesBack(Checklist state) {
        Window known = state.window();
        return known != null && known.state() == WindowState.RollingBack;
    }

    static @Nullable WindowFollowed next(FollowWindow c, @Nullable Window w) {
        if (c.news() instanceof WindowNews.Planned(var start, var end, var team, var kind)) {
            return new WindowFollowed(
                    c.windowId(),
                    c.plannerSequence(),
                    WindowState.Planned,
                    start,
                    end,
                    team,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    c.plannerEpoch(),
                    Window.REHEARSAL.equals(kind) ? true : null);
        }
        return w == null
                ? null
                : changed(c, new WindowCopy(w), w)
                        .followed(c.windowId(), c.plannerEpoch(), c.plannerSequence());
    }

    private static WindowCopy changed(FollowWindow c, WindowCopy copy, Window w) {
        return switch (c.news()) {
            case WindowNews.Planned _ -> copy;
            case WindowNews.CrewNamed named -> copy.crew(named);
            case WindowNews.CrewAgreed(var person) -> copy.agreed(person);
            case WindowNews.CrewLeft(var person) -> copy.without(person);
            case WindowNews.RolePassed passed -> copy.passed(passed, c.occurredAt());
            case WindowNews.Announced(var start, var end) ->
                    copy.in(WindowState.Announced).during(start, end);
            case WindowNews.Moved(var start, var end) -> copy.during(start, end);
            case WindowNews.Started _ -> copy.in(WindowState.InProgress);
            case WindowNews.EndMoved(var end) -> copy.during(w.start(), end);
            case WindowNews.Held(var ordinal) -> copy.held(ordinal);
            case WindowNews.Released(var ordinal) -> copy.released(ordinal);
            case WindowNews.GlassBroken broken -> copy.glass(broken);
            case WindowNews.RollbackBegan _ -> copy.in(WindowState.RollingBack);
            case WindowNews.VerificationBegan _ -> copy.in(WindowState.Verifying);
            case WindowNews.CarryOutResumed _ -> copy.in(WindowState.InProgress);
            case WindowNews.Completed _ -> copy.in(WindowState.Completed);
            case WindowNews.Cancelled _ -> copy.in(WindowState.Cancelled);
        };
    }
}
