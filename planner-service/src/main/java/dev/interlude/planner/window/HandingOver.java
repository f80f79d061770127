package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Crew.HandOver;
import dev.interlude.planner.window.CrewCommand.AcceptHandOver;
import dev.interlude.planner.window.CrewCommand.DeclineHandOver;
import dev.interlude.planner.window.CrewCommand.OfferHandOver;
import dev.interlude.planner.window.CrewEvent.CrewHandedOver;
import dev.interlude.planner.window.CrewEvent.HandOverDeclined;
import dev.interlude.planner.window.CrewEvent.HandOverOffered;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.Seats;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A role goes to somebody else, who has it from the moment of saying yes. */
final class HandingOver {

    private HandingOver() {}

    static Decision<WindowEvent> offer(OfferHandOver c, Known w) {
        Act act = c.act();
        String from = act.actor().id();
        Instant at = Objects.requireNonNullElse(c.at(), act.now());
        Rejection no =
                Refusals.first(
                        holds(act, c.role(), w),
                        notOver(w),
                        ofThePair(c.role()),
                        at.isBefore(act.now())
                                ? Rejection.invalid("/at", "must not lie in the past")
                                : null,
                        at.isAfter(w.plan().end().plus(Times.LONGEST))
                                ? Rejection.invalid("/at", "must lie within the window")
                                : null,
                        c.to().equals(from)
                                ? Rejection.invalid("/to", "must be somebody else")
                                : null,
                        twoPeople(w, c.role(), c.to(), at));
        return no != null
                ? Decision.reject(no)
                : Decision.accept(
                        new HandOverOffered(
                                w.plan().windowId(),
                                w.crew().handOvers().size() + 1,
                                c.role(),
                                from,
                                c.to(),
                                at));
    }

    static Decision<WindowEvent> accept(AcceptHandOver c, Known w) {
        return found(c.act(), c.ordinal(), w, h -> accept(c.act(), h, w));
    }

    private static Decision<WindowEvent> accept(Act act, HandOver h, Known w) {
        Rejection no =
                Refusals.first(
                        mayHave(act, h.role(), w),
                        open(h, w),
                        act.now().isBefore(h.at())
                                ? Rejection.conflict(
                                                "too-early",
                                                "The role is free from " + h.at() + ".")
                                        .with("at", h.at().toString())
                                : null,
                        holder(w, h.role(), act.now()).equals(h.from())
                                ? null
                                : Refusals.wrongState(w, "The role is somebody else's by now."),
                        twoPeople(w, h.role(), h.to(), act.now()));
        return no != null
                ? Decision.reject(no)
                : Decision.accept(
                        new CrewHandedOver(
                                w.plan().windowId(), h.ordinal(), h.role(), h.from(), h.to()));
    }

    static Decision<WindowEvent> decline(DeclineHandOver c, Known w) {
        return found(
                c.act(),
                c.ordinal(),
                w,
                h -> {
                    Rejection no = open(h, w);
                    return no != null
                            ? Decision.reject(no)
                            : Decision.accept(
                                    new HandOverDeclined(
                                            w.plan().windowId(),
                                            h.ordinal(),
                                            c.act().actor().id(),
                                            c.reason()));
                });
    }

    /** Only to whom the role is offered may answer. */
    private static Decision<WindowEvent> found(
            Act act, int ordinal, Known w, Function<HandOver, Decision<WindowEvent>> decide) {
        var found = w.crew().handOver(ordinal);
        if (found.isEmpty()) {
            return Decision.reject(Rejection.notFound("There is no such hand-over."));
        }
        return act.actor().isPerson() && act.actor().id().equals(found.get().to())
                ? decide.apply(found.get())
                : Decision.reject(Refusals.notCrew());
    }

    private static @Nullable Rejection open(HandOver h, Known w) {
        return h.status() == Crew.Status.OFFERED
                ? notOver(w)
                : Refusals.wrongState(
                        w, "Hand-over " + h.ordinal() + " is " + h.status() + " already.");
    }

    /** Whoever has the role; what an expert has is no role, and their crew is told so. */
    private static @Nullable Rejection holds(Act act, CrewRole role, Known w) {
        if (w.crew().seats() == null || role == CrewRole.EXPERT) {
            return Rights.crew(act, w);
        }
        return act.actor().isPerson() && holder(w, role, act.now()).equals(act.actor().id())
                ? null
                : Refusals.notCrew();
    }

    static @Nullable Rejection notOver(Known w) {
        return w.state().ended() ? Refusals.wrongState(w, "The window is over.") : null;
    }

    static @Nullable Rejection ofThePair(CrewRole role) {
        return role == CrewRole.EXPERT
                ? Rejection.invalid("/role", "must be DRIVER, BUDDY or LIAISON")
                : null;
    }

    /** To be driver or buddy takes an operator; to speak with customers a liaison will do. */
    static @Nullable Rejection mayHave(Act act, CrewRole role, Known w) {
        String team = w.plan().team();
        boolean may =
                act.actor().isPerson()
                        && (act.authority().allows("operator", team)
                                || (role == CrewRole.LIAISON
                                        && act.authority().allows("liaison", team)));
        return may
                ? null
                : Refusals.roleMissing(role == CrewRole.LIAISON ? "liaison" : "operator", team);
    }

    static String holder(Known w, CrewRole role, Instant at) {
        Seats seats = w.crew().seats();
        return seats == null ? "" : Rota.holder(seats, role, at);
    }

    /** Driver and buddy stay two people, at that instant and at every later one. */
    static @Nullable Rejection twoPeople(Known w, CrewRole role, String to, Instant at) {
        Seats seats = w.crew().seats();
        return seats == null ? null : Crewing.twoPeople(Rota.turned(seats, role, to, at));
    }
}
