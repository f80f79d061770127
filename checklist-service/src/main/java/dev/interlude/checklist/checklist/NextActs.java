package dev.interlude.checklist.checklist;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Authority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each person of the crew can do next. */
public final class NextActs {

    private static final UUID NOBODY_ASKS = new UUID(0, 0);

    private NextActs() {}

    /**
     * Something a person can do.
     *
     * @param act last part of the path to post to: {@code start}, {@code confirmation}…
     * @param stepId null for the checklist as a whole
     * @param with of a clearance that can only be given along with the confirmations of these
     *     steps, by {@code …/confirmations}; null for all that can be done by itself
     */
    public record NextAct(String act, @Nullable String stepId, @Nullable List<String> with) {
        NextAct(String act, @Nullable String stepId) {
            this(act, stepId, null);
        }
    }

    /** Everything that waits for this person, in the order of the checklist. */
    public static List<NextAct> of(Checklist checklist, String person, Instant now) {
        Window window = checklist.window();
        if (window == null || window.state().over()) {
            return List.of();
        }
        List<NextAct> acts = new ArrayList<>();
        if (!checklist.reviewed().containsAll(checklist.steps().keySet())
                && mayReview(checklist, person)) {
            acts.add(new NextAct("review", null));
        }
        checklist.openConcerns().stream()
                .filter(concern -> !concern.raisedBy().id().equals(person))
                .forEach(concern ->
                        acts.add(new NextAct("concerns/" + concern.n() + "/answer", null)));
        for (StepRecord s : checklist.steps().values()) {
            acts.addAll(of(checklist, window, s, person, now));
        }
        return acts;
    }

    private static boolean mayReview(Checklist checklist, String person) {
        Act act = new Act(Actor.person(person), Authority.system(), Instant.EPOCH, NOBODY_ASKS);
        return Review.refuseReviewer(act, checklist) == null;
    }

    private static List<NextAct> of(
            Checklist checklist, Window window, StepRecord s, String person, Instant now) {
        List<NextAct> acts = new ArrayList<>();
        String id = s.step().id();
        if (!Duty.at(window, now).includes(person)) {
            return did(s, person) && s.progress() instanceof Progress.Running
                    ? List.of(new NextAct("completion", id))
                    : List.of();
        }
        if (by(s.skip()) != null && !person.equals(by(s.skip()))) {
            acts.add(new NextAct("skip/confirmation", id));
        }
        if (by(s.reopening()) != null && !person.equals(by(s.reopening()))) {
            acts.add(new NextAct("reopening/confirmation", id));
        }
        String act = act(checklist, window, s, person, now);
        if (act != null && possible(checklist, window, s, act, now)) {
            acts.add(new NextAct(act, id));
        }
        List<String> with = Unconfirmed.before(checklist, s);
        if (!with.isEmpty() && mayConfirm(checklist, window, s, with, person, now)) {
            acts.add(new NextAct("clearance", id, with));
        }
        return acts;
    }

    /** Who confirms what was done before may clear what comes next, if it isn't their own. */
    private static boolean mayConfirm(
            Checklist checklist,
            Window window,
            StepRecord s,
            List<String> with,
            String person,
            Instant now) {
        return window.glassOf(person) != null
                || (!mine(window, s.step(), person, now)
                        && with.stream()
                                .map(id -> checklist.steps().get(id))
                                .noneMatch(before -> before != null && did(before, person)));
    }

    private static boolean possible(
            Checklist checklist, Window window, StepRecord s, String act, Instant now) {
        return switch (act) {
            case "start", "script-run" ->
                    checklist.permits(s.step()) && !window.onHold() && inTime(s.step(), now);
            case "completion", "confirmation" -> true;
            default -> checklist.permits(s.step());
        };
    }

    private static boolean inTime(Step step, Instant now) {
        return step.notBefore() == null || !now.isBefore(step.notBefore());
    }

    private static @Nullable String act(
            Checklist checklist, Window window, StepRecord s, String person, Instant now) {
        boolean mine = mine(window, s.step(), person, now);
        boolean alone = window.glassOf(person) != null;
        boolean did = did(s, person);
        StepRecord.Clearance clearance = s.clearance();
        boolean cleared = clearance != null && clearance.by().equals(Actor.person(person));
        return switch (checklist.stateOf(s)) {
            case Ready -> mine && (alone || !cleared) ? starting(s.step()) : null;
            // who carries it out is not who clears it
            case AwaitingClearance -> mine && !alone ? null : "clearance";
            case Running -> did && s.openRun() == null ? "completion" : null;
            case AwaitingConfirmation -> did && !alone ? null : "confirmation";
            case Failed -> mine ? "retry" : null;
            case Pending, Done, Skipped, RolledBack -> null;
        };
    }

    private static String starting(Step step) {
        return step.script() == null ? "start" : "script-run";
    }

    private static boolean did(StepRecord s, String person) {
        return Actor.person(person).equals(Execution.performer(s));
    }

    /** A lane that belongs to nobody of the crew is open to all. */
    private static boolean mine(Window window, Step step, String person, Instant now) {
        return Duty.at(window, now).lanesOf(person).contains(step.lane())
                || window.openToAll(step.lane());
    }

    private static @Nullable String by(StepRecord.@Nullable Request request) {
        return request == null ? null : request.by().id();
    }
}
