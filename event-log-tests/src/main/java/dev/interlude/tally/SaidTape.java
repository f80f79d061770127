package dev.interlude.tally;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Follower;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was heard, in memory. */
@ApplicationScoped
class SaidTape implements Follower {

    private final List<LogEvent> said = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "said-tape";
    }

    @Override
    public void follow(LogEvent event) {
        if (!event.own()) {
            said.add(event);
        }
    }

    @Override
    public void forget() {
        said.clear();
    }

    /** Ids of what was heard of a stream, in order. */
    List<UUID> of(String stream) {
        return said.stream().filter(e -> e.stream().equals(stream)).map(LogEvent::id).toList();
    }
}
