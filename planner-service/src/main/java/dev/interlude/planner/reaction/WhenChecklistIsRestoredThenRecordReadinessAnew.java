package dev.interlude.planner.reaction;

import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.StoreRestored;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import dev.interlude.planner.heard.ForecastChanged;
import dev.interlude.planner.heard.ReadinessChanged;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowCommand.ForgetReadiness;
import dev.interlude.planner.window.WindowCommand.RecordForecast;
import dev.interlude.planner.window.WindowCommand.RecordReadiness;
import dev.interlude.planner.window.WindowEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * After the checklist's store came back from a backup, gates decide on what it says now: for each
 * window of which something was lost, the last that still holds is recorded again.
 */
@ApplicationScoped
class WhenChecklistIsRestoredThenRecordReadinessAnew implements Reaction {

    private static final String CHECKLIST = "checklist";
    private static final String FORECAST = "forecast";

    private final Log log;
    private final CommandHandler<WindowCommand, WindowEvent, Window> windows;

    WhenChecklistIsRestoredThenRecordReadinessAnew(
            Log log, CommandHandler<WindowCommand, WindowEvent, Window> windows) {
        this.log = log;
        this.windows = windows;
    }

    @Override
    public String name() {
        return "when-checklist-is-restored-then-record-readiness-anew";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        StoreRestored restored = StoreRestored.heard(event);
        if (restored == null || !event.source().equals(CHECKLIST)) {
            return Uni.createFrom().voidItem();
        }
        return each(event, CHECKLIST, told -> readiness(told, restored), consequences)
                .chain(() -> each(event, FORECAST, told -> forecast(told), consequences));
    }

    /** What follows for a window from all that still holds of a stream. */
    private interface Follows {
        @Nullable Function<Act, WindowCommand> from(List<LogEvent> told);
    }

    private Uni<Void> each(
            LogEvent event, String category, Follows follows, Consequences consequences) {
        return log.lostIn(event, category)
                .chain(streams ->
                        Multi.createFrom()
                                .iterable(streams)
                                .onItem()
                                .transformToUniAndConcatenate(
                                        stream -> anew(stream, follows, consequences))
                                .onItem()
                                .ignoreAsUni());
    }

    private Uni<Void> anew(String stream, Follows follows, Consequences consequences) {
        String windowId = Category.idOf(stream);
        return log.stream(CHECKLIST, stream, 0, Integer.MAX_VALUE)
                .chain(told -> {
                    var command = follows.from(told);
                    return command == null
                            ? Uni.createFrom().voidItem()
                            : consequences.tell(windows, windowId, command);
                });
    }

    private static Function<Act, WindowCommand> readiness(
            List<LogEvent> told, StoreRestored restored) {
        LogEvent last = last(told, ReadinessChanged.TYPE);
        if (last == null) {
            return act -> new ForgetReadiness(act, restored.epoch());
        }
        var readiness =
                WhenReadinessChangesThenRecordReadiness.recorded(
                        last.read(ReadinessChanged.class), last.sequence(), restored.epoch());
        return act -> new RecordReadiness(act, readiness);
    }

    private static @Nullable Function<Act, WindowCommand> forecast(List<LogEvent> told) {
        LogEvent last = last(told, ForecastChanged.TYPE);
        if (last == null) {
            return null;
        }
        var forecast = last.read(ForecastChanged.class);
        return act -> new RecordForecast(act, forecast.p50(), forecast.p90());
    }

    private static @Nullable LogEvent last(List<LogEvent> told, String type) {
        return told.reversed().stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElse(null);
    }
}
