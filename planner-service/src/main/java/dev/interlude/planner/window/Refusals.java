package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Window.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways a window says no, each with its code. */
final class Refusals {

    private Refusals() {}

    /** The first that says no, or null when none does. */
    static @Nullable Rejection first(@Nullable Rejection... rules) {
        for (Rejection rule : rules) {
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    static Decision<WindowEvent> noSuchWindow() {
        return Decision.reject(Rejection.notFound("There is no such window."));
    }

    static Rejection roleMissing(String role, String team) {
        return Rejection.forbidden(
                "role-missing", "This needs the role " + role + " in the team " + team + ".");
    }

    static Rejection notCrew() {
        return Rejection.forbidden("not-crew", "Only the crew of this window may do this.");
    }

    static Rejection wrongState(Known w, String detail) {
        return Rejection.conflict("wrong-state", detail).with("state", w.state().written());
    }

    static Rejection samePerson() {
        return samePerson("Driver and buddy must be two people.");
    }

    static Rejection samePerson(String detail) {
        return Rejection.conflict("same-person", detail);
    }

    static Rejection noticeTooShort(Duration given, Duration required) {
        String detail =
                given.isNegative()
                        ? "The start has passed already."
                        : "The notice would be "
                                + given
                                + ", the policy asks for at least "
                                + required
                                + ".";
        return Rejection.conflict("notice-too-short", detail)
                .with("given", given.toString())
                .with("required", required.toString());
    }

    static Rejection gateClosed(List<Gate> closed) {
        var names = closed.stream().map(Gate::name).toList();
        var missing =
                closed.stream()
                        .flatMap(gate -> gate.missing().stream().map(m -> m.written(gate.name())))
                        .toList();
        return Rejection.conflict("gate-closed", "Closed: " + String.join(", ", names) + ".")
                .with("gates", names)
                .with("missing", missing);
    }

    static Rejection tooEarly(Instant start) {
        return Rejection.conflict(
                        "too-early", "Customers were told that it starts at " + start + ".")
                .with("start", start.toString());
    }

    static Rejection endNotLater(Instant end, String detail) {
        return Rejection.conflict("end-not-later", detail).with("end", end.toString());
    }

    static Rejection endHasMoved(Instant end) {
        return Rejection.conflict("end-has-moved", "The present end is " + end + ".")
                .with("end", end.toString());
    }
}
