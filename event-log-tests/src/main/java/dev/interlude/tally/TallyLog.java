package dev.interlude.tally;

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
                    .add("BellMoved", TallyEvent.BellMoved.class)
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
    HeardTypes heard() {
        return () -> Map.of("dev.interlude.planner.SomethingSaid.v1", Something.class);
    }
}
