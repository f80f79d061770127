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
        if (window != null && c.plannerSequence() <= window.plannerSequence()) {
            return Decision.nothing();
        }
        WindowFollowed next = next(c, window);
        if (next == null) {
            return Decision.nothing();
        }
        Instant now = c.act().now();
        Instant at = c.occurredAt().isAfter(now) ? now : c.occurredAt();
        List<Fact<ChecklistEvent>> facts = new ArrayList<>();
        facts.add(new Fact<>(next, at));
        Checklist.Plan plan = state.plan();
        if (plan != null && !plan.frozen() && next.state().underWay()) {
            facts.add(new Fact<>(new ChecklistFrozen(c.windowId()), at));
        }
        return Decision.acceptAll(facts);
    }

    private static @Nullable WindowFollowed next(FollowWindow c, @Nullable Window w) {
        if (c.news() instanceof WindowNews.Planned(var start, var end, var team)) {
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
                    List.of());
        }
        return w == null ? null : next(c, w, new Copy(c, w));
    }

    private static WindowFollowed next(FollowWindow c, Window w, Copy copy) {
        return switch (c.news()) {
            case WindowNews.Planned _ -> copy.as(w.state());
            case WindowNews.CrewNamed(var driver, var buddy, var liaison) ->
                    copy.crew(driver, buddy, liaison, w.acceptedBy());
            case WindowNews.CrewAgreed(var person) -> copy.agreed(person);
            case WindowNews.CrewLeft(var person) -> copy.without(person);
            case WindowNews.Announced(var start, var end) ->
                    copy.at(WindowState.Announced, start, end);
            case WindowNews.Started _ -> copy.as(WindowState.InProgress);
            case WindowNews.EndMoved(var end) -> copy.at(w.state(), w.start(), end);
            case WindowNews.VerificationBegan _ -> copy.as(WindowState.Verifying);
            case WindowNews.CarryOutResumed _ -> copy.as(WindowState.InProgress);
            case WindowNews.Completed _ -> copy.as(WindowState.Completed);
            case WindowNews.Cancelled _ -> copy.as(WindowState.Cancelled);
        };
    }

    /** The window as it was, with something changed. */
    private record Copy(FollowWindow c, Window w) {

        WindowFollowed as(WindowState state) {
            return at(state, w.start(), w.end());
        }

        WindowFollowed at(WindowState state, Instant start, Instant end) {
            return with(state, start, end, w.driver(), w.buddy(), w.liaison(), w.acceptedBy());
        }

        WindowFollowed agreed(String person) {
            List<String> agreed = new ArrayList<>(w.acceptedBy());
            if (!agreed.contains(person)) {
                agreed.add(person);
            }
            return crew(w.driver(), w.buddy(), w.liaison(), agreed);
        }

        WindowFollowed without(String person) {
            return crew(
                    unless(person, w.driver()),
                    unless(person, w.buddy()),
                    unless(person, w.liaison()),
                    w.acceptedBy());
        }

        /** Who is no longer crew is no longer among those who agreed. */
        WindowFollowed crew(
                @Nullable String driver,
                @Nullable String buddy,
                @Nullable String liaison,
                List<String> agreed) {
            List<String> still =
                    agreed.stream()
                            .filter(person ->
                                    person.equals(driver)
                                            || person.equals(buddy)
                                            || person.equals(liaison))
                            .toList();
            return with(w.state(), w.start(), w.end(), driver, buddy, liaison, still);
        }

        private WindowFollowed with(
                WindowState state,
                Instant start,
                Instant end,
                @Nullable String driver,
                @Nullable String buddy,
                @Nullable String liaison,
                List<String> agreed) {
            return new WindowFollowed(
                    c.windowId(),
                    c.plannerSequence(),
                    state,
                    start,
                    end,
                    w.team(),
                    driver,
                    buddy,
                    liaison,
                    agreed);
        }

        private static @Nullable String unless(String person, @Nullable String holder) {
            return person.equals(holder) ? null : holder;
        }
    }
}
