package dev.interlude.checklist.view;

import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import dev.interlude.checklist.checklist.Concern;
import dev.interlude.checklist.checklist.Deviation;
import dev.interlude.checklist.checklist.Duty;
import dev.interlude.checklist.checklist.Expert;
import dev.interlude.checklist.checklist.Lookout;
import dev.interlude.checklist.checklist.NextActs;
import dev.interlude.checklist.checklist.NextActs.NextAct;
import dev.interlude.checklist.checklist.Origin;
import dev.interlude.checklist.checklist.Window;
import dev.interlude.checklist.checklist.WindowState;
import dev.interlude.checklist.forecast.Outlook;
import dev.interlude.eventlog.decider.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checklist with everything a person needs to go on. Persons are opaque ids, instants UTC.
 *
 * @param frozen whether the plan stands still, since the window has started
 * @param finished whether every step of the way forward is settled
 * @param rollingBack whether the way back is gone; see {@code …/rollback-plan}
 * @param window what the planner said of it last; null as long as it is not known here
 * @param forecast null without a window and once it is over
 * @param deviations changes of the plan after it was frozen
 * @param origin what it was made from, and what changed since its last run; null when written anew
 * @param readiness what the planner's gates rest on
 * @param next what each of the crew can do next
 * @param warnings what of a Markdown text was read in another sense than written; only in the
 *     answer to it
 */
public record ChecklistView(
        String windowId,
        String title,
        boolean frozen,
        boolean finished,
        boolean pastPointOfNoReturn,
        boolean rollingBack,
        @Nullable WindowView window,
        List<StepView> steps,
        List<ConcernView> concerns,
        List<DeviationView> deviations,
        @Nullable Origin origin,
        @Nullable Outlook forecast,
        @Nullable ReadinessChanged readiness,
        List<PersonView> next,
        @Nullable List<String> warnings) {

    /**
     * The window as the planner said it last.
     *
     * @param onHold whether nothing new may be started
     */
    public record WindowView(
            WindowState state,
            Instant start,
            Instant end,
            String team,
            @Nullable String driver,
            @Nullable String buddy,
            @Nullable String liaison,
            @Nullable List<Expert> experts,
            boolean onHold) {}

    /**
     * What a reviewer doubted.
     *
     * @param answer null as long as it keeps the gate closed
     */
    public record ConcernView(
            int concern,
            String stepId,
            String text,
            String raisedBy,
            @Nullable String answer,
            @Nullable String answeredBy) {}

    /** How the plan was changed after it was frozen, by whom and why. */
    public record DeviationView(
            String what,
            @Nullable String stepId,
            @Nullable String title,
            String by,
            Instant at,
            String reason) {}

    /** A person of the crew, the lanes they work in, and what they can do. */
    public record PersonView(String person, List<String> lanes, List<NextAct> acts) {}

    /**
     * The checklist as it is at an instant.
     *
     * @param checklist drafted
     */
    public static ChecklistView of(Checklist checklist, Instant now, List<String> warnings) {
        Checklist.Plan plan = checklist.plan();
        if (plan == null) {
            throw new IllegalArgumentException("only a drafted checklist can be shown");
        }
        return new ChecklistView(
                plan.windowId(),
                plan.title(),
                plan.frozen(),
                checklist.finished(),
                checklist.pastPointOfNoReturn(),
                checklist.rollback() != null,
                window(checklist.window()),
                checklist.steps().values().stream()
                        .map(step -> StepView.of(checklist, step, now))
                        .toList(),
                checklist.concerns().stream().map(ChecklistView::concern).toList(),
                checklist.deviated().stream().map(ChecklistView::deviation).toList(),
                plan.origin(),
                Lookout.from(checklist, now).orElse(null),
                checklist.readiness(),
                next(checklist, checklist.window(), now),
                warnings.isEmpty() ? null : warnings);
    }

    private static @Nullable WindowView window(@Nullable Window w) {
        return w == null
                ? null
                : new WindowView(
                        w.state(),
                        w.start(),
                        w.end(),
                        w.team(),
                        w.driver(),
                        w.buddy(),
                        w.liaison(),
                        w.experts(),
                        w.onHold());
    }

    private static DeviationView deviation(Deviation d) {
        return new DeviationView(d.what(), d.stepId(), d.title(), d.by().id(), d.at(), d.reason());
    }

    private static ConcernView concern(Concern c) {
        Actor answeredBy = c.answeredBy();
        return new ConcernView(
                c.n(),
                c.stepId(),
                c.text(),
                c.raisedBy().id(),
                c.answer(),
                answeredBy == null ? null : answeredBy.id());
    }

    private static List<PersonView> next(
            Checklist checklist, @Nullable Window window, Instant now) {
        return window == null
                ? List.of()
                : window.crew().stream()
                        .map(person ->
                                new PersonView(
                                        person,
                                        Duty.at(window, now).lanesOf(person),
                                        NextActs.of(checklist, person, now)))
                        .toList();
    }
}
