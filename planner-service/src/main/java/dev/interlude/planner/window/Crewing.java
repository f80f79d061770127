package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.AcceptCrew;
import dev.interlude.planner.window.WindowCommand.AssignCrew;
import dev.interlude.planner.window.WindowCommand.DeclineCrew;
import dev.interlude.planner.window.WindowCommand.Seats;
import dev.interlude.planner.window.WindowEvent.CrewAccepted;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.CrewDeclined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two people, each of whom said yes. */
final class Crewing {

    private Crewing() {}

    static Decision<WindowEvent> assign(AssignCrew c, Known w) {
        Rejection no =
                Refusals.first(
                        Rights.plannerOrOperator(c.act(), w.plan().team()),
                        beforeTheStart(w),
                        twoPeople(c.crew()));
        if (no != null) {
            return Decision.reject(no);
        }
        return c.crew().equals(w.crew().seats()) && w.crew().declined().isEmpty()
                ? Decision.nothing()
                : Decision.accept(assigned(w.plan().windowId(), c.crew()));
    }

    static Decision<WindowEvent> accept(AcceptCrew c, Known w) {
        Rejection no = Refusals.first(Rights.toBeCrew(c.act(), w), beforeTheStart(w));
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
        return new CrewAssigned(windowId, crew.driver(), crew.buddy(), crew.liaison());
    }

    static @Nullable Rejection twoPeople(Seats crew) {
        return crew.driver().equals(crew.buddy()) ? Refusals.samePerson() : null;
    }

    private static @Nullable Rejection beforeTheStart(Known w) {
        return switch (w.state()) {
            case PLANNED, ANNOUNCED -> null;
            case IN_PROGRESS, VERIFYING ->
                    Refusals.wrongState(w, "The crew is at work and can't be changed.");
            case COMPLETED, CANCELLED -> Refusals.wrongState(w, "The window is over.");
        };
    }
}
