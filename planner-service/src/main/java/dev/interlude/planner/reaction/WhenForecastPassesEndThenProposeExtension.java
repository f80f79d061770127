package dev.interlude.planner.reaction;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import dev.interlude.planner.heard.ForecastChanged;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.RecordForecast;
import dev.interlude.planner.window.WindowEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Speaks up before a promise is broken, and takes it back when there is no need any more. */
@ApplicationScoped
class WhenForecastPassesEndThenProposeExtension implements Reaction {

    private final CommandHandler<WindowCommand, WindowEvent, Window> windows;

    WhenForecastPassesEndThenProposeExtension(
            CommandHandler<WindowCommand, WindowEvent, Window> windows) {
        this.windows = windows;
    }

    @Override
    public String name() {
        return "when-forecast-passes-end-then-propose-extension";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        if (!event.type().equals(ForecastChanged.TYPE)) {
            return Uni.createFrom().voidItem();
        }
        var heard = event.read(ForecastChanged.class);
        return consequences.tell(
                windows,
                heard.windowId(),
                act -> new RecordForecast(act, heard.p50(), heard.p90()));
    }
}
