package dev.interlude.eventlog.follow;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.Tail;
import dev.interlude.eventlog.Timers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Starts and stops all who follow the log of this service, and knows how far they are. */
@ApplicationScoped
public class Following {

    private final List<ProjectionLoop<?>> projections;
    private final List<RebuildLoop<?>> rebuilds;
    private final List<ReactionLoop> reactions;
    private final List<FollowerLoop> followers;
    private final List<String> projectionNames;
    private final List<String> reactionNames;
    private final Positions positions;
    private final Timers timers;

    Following(
            @All List<Projection<?>> projections,
            @All List<Reaction> reactions,
            @All List<Follower> followers,
            Pool pool,
            Log log,
            Positions positions,
            Rebuilds asked,
            Timers timers,
            Tail tail,
            Vertx vertx,
            MeterRegistry metrics) {
        this.positions = positions;
        this.projections =
                projections.stream()
                        .<ProjectionLoop<?>>map(p -> live(p, pool, log, vertx))
                        .toList();
        this.rebuilds =
                projections.stream().<RebuildLoop<?>>map(p -> anew(p, pool, log, vertx)).toList();
        this.reactions =
                reactions.stream().map(r -> new ReactionLoop(r, log, positions, vertx)).toList();
        this.followers = followers.stream().map(f -> new FollowerLoop(f, log, vertx)).toList();
        this.projectionNames = projections.stream().map(p -> p.name()).toList();
        this.reactionNames = reactions.stream().map(Reaction::name).toList();
        this.timers = timers;
        following().forEach(loop -> tail.onGrowth(loop::wake));
        this.rebuilds.forEach(rebuild -> asked.onRequest(rebuild.loop()::wake));
        all().forEach(loop ->
                metrics.gauge(
                        "interlude_follower_failing",
                        Tags.of("name", loop.name()),
                        loop,
                        l -> l.failing() == null ? 0 : 1));
    }

    void start(@Observes StartupEvent event) {
        loops().forEach(Loop::start);
    }

    void stop(@Observes ShutdownEvent event) {
        Uni.join()
                .all(loops().map(Loop::stop).toList())
                .andCollectFailures()
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private <R> ProjectionLoop<R> live(Projection<R> projection, Pool pool, Log log, Vertx vertx) {
        return new ProjectionLoop<>(projection, pool, log, positions, vertx);
    }

    private static <R> RebuildLoop<R> anew(
            Projection<R> projection, Pool pool, Log log, Vertx vertx) {
        return new RebuildLoop<>(projection, pool, log, vertx);
    }

    /** Those who are woken when the log grows. */
    private Stream<Loop> following() {
        return Stream.of(
                        projections.stream().map(p -> p.loop()),
                        reactions.stream().map(ReactionLoop::loop),
                        followers.stream().map(FollowerLoop::loop))
                .flatMap(loops -> loops);
    }

    private Stream<Loop> loops() {
        return Stream.concat(following(), rebuilds.stream().map(r -> r.loop()));
    }

    /** All loops with the timers', for health. */
    public List<Loop> all() {
        return Stream.concat(loops(), Stream.of(timers.loop())).toList();
    }

    /** True when every follower has seen what was in the log at start. */
    public boolean caughtUp() {
        return followers.stream().allMatch(FollowerLoop::caughtUp);
    }

    /** Whether every reaction has passed a position. */
    public Uni<Boolean> reactionsPassed(long position) {
        return positions.least(reactionNames).map(least -> least >= position);
    }

    /** Whether every projection, and every follower here, has passed a position. */
    public Uni<Boolean> viewsPassed(long position) {
        boolean followed = followers.stream().allMatch(f -> f.position() >= position);
        return followed
                ? positions.least(projectionNames).map(least -> least >= position)
                : Uni.createFrom().item(false);
    }
}
