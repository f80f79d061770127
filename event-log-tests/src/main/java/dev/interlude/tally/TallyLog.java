package dev.interlude.tally;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlude.eventlog.Aggregate;
import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.CommandHandlers;
import dev.interlude.eventlog.EventTypes;
import dev.interlude.eventlog.HeardTypes;
import dev.interlude.eventlog.LogDefinition;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class TallyLog {

    /** Named, and published to the topic that Infra makes. */
    static final Category TALLY = Category.published("tally", "planner").withOrdinals();

    static final Category PRIVATE = Category.unpublished("secret");
    static final Category REFUSALS = Category.published("refusals", "planner");

    static final EventTypes<TallyEvent> TYPES =
            EventTypes.of(TallyEvent.class, "tally")
                    .add("TallyBegun", TallyEvent.TallyBegun.class)
                    .add("Counted", TallyEvent.Counted.class)
                    .add("BellMoved", 2, TallyEvent.BellMoved.class)
                    .upcast("BellMoved", 1, TallyLog::bellMovedWithReason)
                    .add("BellRang", TallyEvent.BellRang.class)
                    .add("Overheard", TallyEvent.Overheard.class)
                    .build();

    /** What this build can't read yet, so that a later one can be told from it. */
    static volatile String notYet = "later";

    record Something(String what) {
        Something {
            if (what.equals(notYet)) {
                throw new IllegalArgumentException("this build does not know " + what);
            }
        }
    }

    static final EventTypes<Secret.SecretEvent> SECRETS =
            EventTypes.of(Secret.SecretEvent.class, "tally")
                    .add("Confided", Secret.SecretEvent.Confided.class)
                    .build();

    private static ObjectNode bellMovedWithReason(ObjectNode v1) {
        v1.set("to", v1.remove("ringAt"));
        return v1.put("why", "not said");
    }

    @Produces
    @Singleton
    LogDefinition definition() {
        return new LogDefinition(
                "tally",
                List.of(TALLY, PRIVATE, REFUSALS),
                Set.of("planner"),
                new LogDefinition.Refusals(
                        "refusals",
                        "dev.interlude.tally.CommandRefused.v1",
                        "tallyId",
                        stream -> stream.startsWith("tally-") ? Category.idOf(stream) : null));
    }

    @Produces
    @Singleton
    CommandHandler<TallyCommand, TallyEvent, Tally> tallies(CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(
                        TALLY,
                        new TallyDecider(),
                        TYPES,
                        (due, act) -> new TallyCommand.Ring(act, due.at())));
    }

    @Produces
    @Singleton
    CommandHandler<Secret.Confide, Secret.SecretEvent, Secret> secrets(CommandHandlers handlers) {
        return handlers.of(new Aggregate<>(PRIVATE, new Secret.SecretDecider(), SECRETS, null));
    }

    @Produces
    @Singleton
    HeardTypes heard() {
        return () -> Map.of("dev.interlude.planner.SomethingSaid.v1", Something.class);
    }
}
