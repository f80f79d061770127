package dev.interlude.checklist.scripts;

import dev.interlude.checklist.scripts.Waiting.Open;
import dev.interlude.eventlog.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives up what a runner has and was not heard of for a lease. A lease counts only while this
 * service could have heard: one that was down gives every runner a whole lease when it is back.
 */
@Singleton
class LeaseWatch {

    private static final Duration OFTEN = Duration.ofMillis(500);

    private final Waiting waiting;
    private final Leases leases;
    private final Runs runs;
    private final ScriptsConfig config;
    private final Loop loop;
    private final long upSince = System.nanoTime();

    LeaseWatch(Waiting waiting, Leases leases, Runs runs, ScriptsConfig config, Vertx vertx) {
        this.waiting = waiting;
        this.leases = leases;
        this.runs = runs;
        this.config = config;
        this.loop = new Loop("script-leases", vertx, OFTEN, this::step);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().subscribe().with(_ -> {});
    }

    private Uni<Boolean> step() {
        List<Open> claimed = waiting.claimed();
        if (claimed.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return leases.silence(claimed.stream().map(run -> run.request().runId()).toList())
                .chain(silence -> judge(claimed, silence))
                .replaceWith(false);
    }

    private Uni<Void> judge(List<Open> claimed, Map<String, Duration> silence) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Open run : claimed) {
            all = all.chain(() -> judge(run, silence.get(run.request().runId())));
        }
        return all;
    }

    private Uni<Void> judge(Open run, @Nullable Duration silence) {
        var request = run.request();
        var claim = run.claim();
        if (claim == null) {
            return Uni.createFrom().voidItem();
        }
        if (silence == null) {
            // the service died between giving the run and beginning its lease
            return leases.begin(request.runId(), request.windowId(), claim.runner());
        }
        Duration up = Duration.ofNanos(System.nanoTime() - upSince);
        boolean over = silence.compareTo(config.lease()) > 0 && up.compareTo(config.lease()) > 0;
        return over ? runs.lose(request.windowId(), request.runId()) : Uni.createFrom().voidItem();
    }
}
