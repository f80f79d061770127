package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.StoreRestored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Rows were made of events that are void now: they are made anew, without them. */
@ApplicationScoped
class WhenAStoreIsRestoredThenRebuild implements Reaction {

    static final String NAME = "when-a-store-is-restored-then-rebuild";

    private final Rebuilds rebuilds;

    WhenAStoreIsRestoredThenRebuild(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        return StoreRestored.heard(event) == null
                ? Uni.createFrom().voidItem()
                : rebuilds.request(event.source() + " was restored");
    }
}
