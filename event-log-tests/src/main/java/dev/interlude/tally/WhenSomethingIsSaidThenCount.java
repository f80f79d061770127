package dev.interlude.tally;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class WhenSomethingIsSaidThenCount implements Reaction {

    private final CommandHandler<TallyCommand, TallyEvent, Tally> tallies;

    WhenSomethingIsSaidThenCount(CommandHandler<TallyCommand, TallyEvent, Tally> tallies) {
        this.tallies = tallies;
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
        return consequences.tell(
                tallies,
                "of-" + event.key(),
                act ->
                        new TallyCommand.Overhear(
                                act, "of-" + event.key(), event.stream(), event.sequence()));
    }
}
