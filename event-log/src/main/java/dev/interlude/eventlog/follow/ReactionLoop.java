package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.RejectedException;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Authority;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Runs one reaction: event by event, at least once. What it commands bears a key made of the
 * reaction and the causing event, so that it happens once although it may be asked for again.
 */
final class ReactionLoop {

    private static final Logger LOG = Logger.getLogger(ReactionLoop.class);
    private static final int BATCH = 200;

    private final Reaction reaction;
    private final Log log;
    private final Positions positions;
    private final Loop loop;

    ReactionLoop(Reaction reaction, Log log, Positions positions, Vertx vertx) {
        this.reaction = reaction;
        this.log = log;
        this.positions = positions;
        this.loop = Loop.following(reaction.name(), vertx, Duration.ofSeconds(2), this::step);
    }

    Loop loop() {
        return loop;
    }

    private Uni<Boolean> step() {
        return positions
                .of(reaction.name())
                .chain(position ->
                        log.after(position, BATCH).chain(events -> react(position, events)));
    }

    private Uni<Boolean> react(long position, List<LogEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        // not a chain of Unis: one for each of many events that need nothing is deeper than a stack
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(this::react)
                .onItem()
                .ignoreAsUni()
                .chain(() -> done(position, events.getLast().position()))
                .replaceWith(events.size() == BATCH);
    }

    /** Where nothing was told on the way, the position moves together with those of others. */
    private Uni<Void> done(long since, long upTo) {
        return positions
                .passOver(reaction.name(), since, upTo)
                .chain(moved ->
                        moved
                                ? Uni.createFrom().voidItem()
                                : positions.move(reaction.name(), upTo));
    }

    private Uni<Void> react(LogEvent event) {
        Told told = new Told(event);
        return Uni.createFrom()
                .deferred(() -> reaction.react(event, told))
                .onFailure()
                .recoverWithUni(failure -> stopped(event, failure))
                .chain(() ->
                        told.count == 0
                                ? Uni.createFrom().voidItem()
                                : positions.move(reaction.name(), event.position()));
    }

    /** All before it are done with; it is met again, with the same keys. */
    private Uni<Void> stopped(LogEvent event, Throwable failure) {
        return positions
                .move(reaction.name(), event.position() - 1)
                .chain(() -> Uni.createFrom().failure(new StoppedAt(event, failure)));
    }

    /** The commands that one event led to. */
    private final class Told implements Consequences {

        private final LogEvent cause;
        private int count;

        Told(LogEvent cause) {
            this.cause = cause;
        }

        @Override
        public <C, E, S> Uni<Void> tell(
                CommandHandler<C, E, S> handler, String id, Function<Act, C> command) {
            String key = cause.id() + (count == 0 ? "" : "/" + count);
            count++;
            Category category = handler.aggregate().category();
            Invocation how =
                    new Invocation(
                            category.stream(id),
                            reaction.name(),
                            Actor.reaction(reaction.name()),
                            Authority.system(),
                            cause.correlationId(),
                            cause.id(),
                            cause.traceparent(),
                            key,
                            new byte[0],
                            200,
                            null,
                            false);
            return handler.handle(how, command)
                    .replaceWithVoid()
                    .onFailure(RejectedException.class)
                    .recoverWithUni(this::keep);
        }

        private Uni<Void> keep(Throwable failure) {
            var rejection = ((RejectedException) failure).rejection();
            LOG.infof(
                    "%s met a rejection on %s: %s", reaction.name(), cause.id(), rejection.code());
            return positions.keep(
                    reaction.name(), cause.id(), rejection.code(), rejection.detail());
        }
    }
}
