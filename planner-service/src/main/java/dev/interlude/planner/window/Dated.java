package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Decision.Accepted;
import dev.interlude.eventlog.decider.Decision.Rejected;
import dev.interlude.eventlog.decider.Fact;
import java.time.Instant;

/**
 * What is decided happened when it was decided, if not earlier. The log would say "when it was
 * recorded", which is not known while timers are planned with the append: those that are counted
 * from an event would be asked for at one instant and planned for another.
 */
final class Dated {

    private Dated() {}

    static Decision<WindowEvent> at(Instant now, Decision<WindowEvent> decision) {
        return switch (decision) {
            case Rejected<WindowEvent> no -> no;
            case Accepted<WindowEvent>(var facts) ->
                    Decision.acceptAll(facts.stream().map(fact -> at(now, fact)).toList());
        };
    }

    private static Fact<WindowEvent> at(Instant now, Fact<WindowEvent> fact) {
        return fact.occurredAt() == null ? new Fact<>(fact.event(), now) : fact;
    }
}
