package dev.interlude.tally;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;

@ApplicationScoped
class WhenSomethingIsSaidThenCount implements Reaction {

    private final CommandHandler<TallyCommand, TallyEvent, Tally> tallies;
    private volatile Predicate<LogEvent> broken = event -> false;

    WhenSomethingIsSaidThenCount(CommandHandler<TallyCommand, TallyEvent, Tally> tallies) {
        this.tallies = tallies;
    }

    void breakAt(Predicate<LogEvent> some) {
        broken = some;
    }

    @Override
    public String name() {
        return "when-something-is-said-then-count";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        if (event.own()) {
            return Uni.createFrom().voidItem();
        }
        if (broken.test(event)) {
            throw new IllegalStateException("broken");
        }
        return consequences.tell(
                tallies,
                "of-" + event.key(),
                act ->
                        new TallyCommand.Overhear(
                                act, "of-" + event.key(), event.stream(), event.sequence()));
    }
}
