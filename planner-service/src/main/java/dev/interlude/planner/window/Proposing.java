package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.DismissProposal;
import dev.interlude.planner.window.WindowCommand.RecordForecast;
import dev.interlude.planner.window.WindowEvent.ExtensionDismissed;
import dev.interlude.planner.window.WindowEvent.ExtensionProposed;
import dev.interlude.planner.window.WindowEvent.ExtensionWithdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the forecast passes the promised end, an extension is proposed before the promise is broken:
 * once per crossing. A crossing ends when the forecast is back inside the promise with some room.
 */
final class Proposing {

    private static final Duration ROOM = Duration.ofMinutes(2);
    private static final Duration LEAST = Duration.ofMinutes(30);
    private static final Duration WORSE = Duration.ofMinutes(10);

    private Proposing() {}

    static Decision<WindowEvent> forecast(RecordForecast c, Known w) {
        if (!w.state().running()) {
            return Decision.nothing();
        }
        Instant end = w.plan().end();
        Optional<Proposal> unsettled = w.promise().unsettled();
        if (!c.p50().isAfter(end.minus(ROOM))) {
            return unsettled.map(p -> withdrawn(w, p, c.p50())).orElseGet(Decision::nothing);
        }
        boolean speak = c.p50().isAfter(end) && unsettled.map(p -> worse(p, c.p50())).orElse(true);
        return speak ? Decision.accept(proposal(c, w)) : Decision.nothing();
    }

    private static Decision<WindowEvent> withdrawn(Known w, Proposal p, Instant p50) {
        return Decision.accept(new ExtensionWithdrawn(w.plan().windowId(), p.ordinal(), p50));
    }

    /** Who has dismissed a proposal is left alone until it gets notably worse. */
    private static boolean worse(Proposal p, Instant p50) {
        return p.status() == Proposal.Status.DISMISSED && !p50.isBefore(p.p50().plus(WORSE));
    }

    private static ExtensionProposed proposal(RecordForecast c, Known w) {
        Instant end = w.plan().end();
        Instant likely = Times.upToQuarterHour(c.p90());
        Instant least = end.plus(LEAST);
        return new ExtensionProposed(
                w.plan().windowId(),
                w.promise().proposals().size() + 1,
                end,
                likely.isBefore(least) ? least : likely,
                c.p50(),
                c.p90(),
                DraftedTexts.extension(w.plan().publicText().keySet()));
    }

    static Decision<WindowEvent> dismiss(DismissProposal c, Known w) {
        Rejection no =
                Refusals.first(
                        Rights.liaisonOrCrew(c.act(), w),
                        Rights.person(c.act(), w),
                        Running.running(w));
        if (no != null) {
            return Decision.reject(no);
        }
        return w.promise()
                .proposal(c.ordinal())
                .map(p -> dismissed(p, w))
                .orElseGet(() -> Decision.reject(Rejection.notFound("There is no such proposal.")));
    }

    private static Decision<WindowEvent> dismissed(Proposal p, Known w) {
        return switch (p.status()) {
            case OPEN ->
                    Decision.accept(
                            new ExtensionDismissed(w.plan().windowId(), p.ordinal(), p.p50()));
            case DISMISSED -> Decision.nothing();
            case ACCEPTED, WITHDRAWN, SUPERSEDED -> Decision.reject(settled(p, w));
        };
    }

    static Rejection settled(Proposal p, Known w) {
        return Refusals.wrongState(
                w, "Proposal " + p.ordinal() + " is " + p.status() + " and no longer stands.");
    }
}
