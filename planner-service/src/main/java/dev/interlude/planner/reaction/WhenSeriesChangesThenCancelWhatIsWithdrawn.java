package dev.interlude.planner.reaction;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.series.SeriesEvent.SeriesEnded;
import dev.interlude.planner.series.SeriesEvent.SeriesRevised;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.CancelWindow;
import dev.interlude.planner.window.WindowEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Windows that a series does not have any more are cancelled; who was told of them is told. */
@ApplicationScoped
class WhenSeriesChangesThenCancelWhatIsWithdrawn implements Reaction {

    private final CommandHandler<WindowCommand, WindowEvent, Window> windows;

    WhenSeriesChangesThenCancelWhatIsWithdrawn(
            CommandHandler<WindowCommand, WindowEvent, Window> windows) {
        this.windows = windows;
    }

    @Override
    public String name() {
        return "when-series-changes-then-cancel-what-is-withdrawn";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String window : withdrawn(event)) {
            all =
                    all.chain(() ->
                            consequences.tell(
                                    windows,
                                    window,
                                    act -> new CancelWindow(act, "The series was changed.", null)));
        }
        return all;
    }

    private static List<String> withdrawn(LogEvent event) {
        var type = PlannerEvents.SERIES.classOf(event.type());
        if (type == SeriesEnded.class) {
            return event.read(SeriesEnded.class).withdrawn();
        }
        return type == SeriesRevised.class
                ? event.read(SeriesRevised.class).withdrawn()
                : List.of();
    }
}
