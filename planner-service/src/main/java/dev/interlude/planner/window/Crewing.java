package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.CrewEvent.Expert;
import dev.interlude.planner.window.CrewEvent.Shift;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.AcceptCrew;
import dev.interlude.planner.window.WindowCommand.AssignCrew;
import dev.interlude.planner.window.WindowCommand.DeclineCrew;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowEvent.CrewAccepted;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.CrewDeclined;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two people, each of whom said yes. */
final class Crewing {

    private Crewing() {}

    static Decision<WindowEvent> assign(AssignCrew c, Known w) {
        Rejection no =
                Refusals.first(
                        Rights.plannerOrOperator(c.act(), w.plan().team()),
                        Kinds.crewed(w),
                        beforeTheStart(w),
                        times(c.crew(), ""),
                        twoPeople(c.crew()));
        if (no != null) {
            return Decision.reject(no);
        }
        return c.crew().equals(w.crew().seats()) && w.crew().declined().isEmpty()
                ? Decision.nothing()
                : Decision.accept(assigned(w.plan().windowId(), c.crew()));
    }

    static Decision<WindowEvent> accept(AcceptCrew c, Known w) {
        Rejection no = Refusals.first(Rights.toBeCrew(c.act(), w), mayStillCome(w));
        if (no != null) {
            return Decision.reject(no);
        }
        String person = c.act().actor().id();
        return w.crew().hasAccepted(person)
                ? Decision.nothing()
                : Decision.accept(
                        new CrewAccepted(
                                w.plan().windowId(),
                                person,
                                List.copyOf(w.crew().rolesOf(person))));
    }

    static Decision<WindowEvent> decline(DeclineCrew c, Known w) {
        Rejection no = Refusals.first(Rights.crew(c.act(), w), beforeTheStart(w));
        if (no != null) {
            return Decision.reject(no);
        }
        String person = c.act().actor().id();
        return w.crew().declined().contains(person)
                ? Decision.nothing()
                : Decision.accept(new CrewDeclined(w.plan().windowId(), person, c.reason()));
    }

    static CrewAssigned assigned(String windowId, Seats crew) {
        return new CrewAssigned(
                windowId,
                crew.driver(),
                crew.buddy(),
                crew.liaison(),
                CrewEvent.orAbsent(crew.experts()),
                CrewEvent.orAbsent(crew.shifts()));
    }

    /** Driver and buddy are two people at every instant. */
    static @Nullable Rejection twoPeople(Seats crew) {
        return Rota.sameAt(crew)
                .map(at ->
                        at.equals(Instant.MIN)
                                ? Refusals.samePerson()
                                : Refusals.samePerson(
                                                "Driver and buddy would be one person at "
                                                        + at
                                                        + ".")
                                        .with("at", at.toString()))
                .orElse(null);
    }

    /** Times run forward, and experts are not of a shift. */
    static @Nullable Rejection times(Seats crew, String pointer) {
        for (int i = 0; i < crew.shifts().size(); i++) {
            Shift shift = crew.shifts().get(i);
            String at = pointer + "/shifts/" + i;
            if (shift.role() == CrewRole.EXPERT) {
                return Rejection.invalid(at + "/role", "must be DRIVER, BUDDY or LIAISON");
            }
            if (shift.to() != null && !shift.from().isBefore(shift.to())) {
                return Rejection.invalid(at + "/to", "must be later than from");
            }
        }
        for (int i = 0; i < crew.experts().size(); i++) {
            Expert expert = crew.experts().get(i);
            if (expert.from() != null
                    && expert.to() != null
                    && !expert.from().isBefore(expert.to())) {
                return Rejection.invalid(
                        pointer + "/experts/" + i + "/to", "must be later than from");
            }
        }
        return null;
    }

    /** In an emergency the other person may come when the work has begun. */
    private static @Nullable Rejection mayStillCome(Known w) {
        return w.plan().kind() == Kind.EMERGENCY && w.state().running() ? null : beforeTheStart(w);
    }

    private static @Nullable Rejection beforeTheStart(Known w) {
        return switch (w.state()) {
            case PLANNED, ANNOUNCED -> null;
            case IN_PROGRESS, VERIFYING, ROLLING_BACK ->
                    Refusals.wrongState(w, "The crew is at work and can't be changed.");
            case COMPLETED, CANCELLED -> Refusals.wrongState(w, "The window is over.");
        };
    }
}
