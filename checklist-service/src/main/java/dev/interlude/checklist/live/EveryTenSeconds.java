package dev.interlude.checklist.live;

import dev.interlude.checklist.ChecklistLog;
import dev.interlude.checklist.Unasked;
import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.checklist.Lookout;
import dev.interlude.checklist.forecast.Forecast;
import dev.interlude.checklist.forecast.ForecastCommand;
import dev.interlude.checklist.forecast.ForecastCommand.ReportForecast;
import dev.interlude.checklist.forecast.ForecastEvent;
import dev.interlude.checklist.forecast.Outlook;
import dev.interlude.checklist.view.underway.RunsUnderWay;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Folded;
import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.decider.Actor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Forecasts each run under way again every ten seconds, since an end moves while nobody does
 * anything. Whoever listens is told; the log only when it means something. Replicas do the same
 * beside each other, and what one has said means nothing to the other any more.
 */
@ApplicationScoped
class EveryTenSeconds {

    private static final Logger LOG = Logger.getLogger(EveryTenSeconds.class);
    private static final Duration OFTEN = Duration.ofSeconds(10);
    private static final Actor TIME = Actor.reaction("EveryTenSeconds");

    private final RunsUnderWay runs;
    private final LiveForecasts live;
    private final CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists;
    private final CommandHandler<ForecastCommand, ForecastEvent, Forecast> forecasts;
    private final Loop loop;

    EveryTenSeconds(
            RunsUnderWay runs,
            LiveForecasts live,
            CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists,
            CommandHandler<ForecastCommand, ForecastEvent, Forecast> forecasts,
            Vertx vertx) {
        this.runs = runs;
        this.live = live;
        this.checklists = checklists;
        this.forecasts = forecasts;
        this.loop = new Loop("forecasts", vertx, OFTEN, this::look);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().subscribe().with(_ -> {}, _ -> {});
    }

    private Uni<Boolean> look() {
        return runs.ids()
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(this::look)
                .collect()
                .last()
                .replaceWith(false);
    }

    /** What fails for one run holds up no other; it is looked at again in ten seconds. */
    private Uni<Boolean> look(String windowId) {
        return checklists
                .fold(windowId)
                .chain(checklist -> report(windowId, checklist))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf(failure, "no forecast of %s", windowId);
                    return false;
                });
    }

    private Uni<Boolean> report(String windowId, Folded<Checklist> checklist) {
        Optional<Outlook> outlook = Lookout.from(checklist.state(), checklist.now());
        if (outlook.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        live.tell(windowId, outlook.get());
        return forecasts
                .handle(
                        Unasked.by(TIME, ChecklistLog.FORECAST.stream(windowId), "ReportForecast"),
                        act ->
                                new ReportForecast(
                                        act, windowId, outlook.get(), checklist.sequence(), true))
                .replaceWith(true);
    }
}
