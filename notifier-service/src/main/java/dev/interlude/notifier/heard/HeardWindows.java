package dev.interlude.notifier.heard;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.StoreRestored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds windows from what was heard of them. */
@ApplicationScoped
public class HeardWindows {

    private static final String PLANNER = "planner";
    private static final String WINDOW = "window";

    private final Log log;

    HeardWindows(Log log) {
        this.log = log;
    }

    /** True for the life cycle of windows, as the planner tells it. */
    public static boolean tellsOfOne(LogEvent event) {
        return event.source().equals(PLANNER) && event.category().equals(WINDOW);
    }

    /** The window right after this event of it; the same whenever it is asked. */
    public Uni<@Nullable HeardWindow> at(LogEvent event) {
        return events(event)
                .map(all -> all.stream().filter(e -> e.sequence() <= event.sequence()).toList())
                .map(HeardWindows::fold);
    }

    /** The window as it is known now. */
    public Uni<@Nullable HeardWindow> now(LogEvent event) {
        return now(event.stream());
    }

    /** The window of that stream of the planner, as it is known now; null when none is. */
    public Uni<@Nullable HeardWindow> now(String stream) {
        return log.stream(PLANNER, stream, 0, Integer.MAX_VALUE).map(HeardWindows::fold);
    }

    /** Streams of windows of which something became void with a restore of the planner's store. */
    public Uni<List<String>> lostIn(LogEvent restored) {
        return log.lostIn(restored, WINDOW);
    }

    /** What the event says of a restore, when it says that the planner's store was restored. */
    public static @Nullable StoreRestored restored(LogEvent event) {
        return event.source().equals(PLANNER) ? StoreRestored.heard(event) : null;
    }

    private Uni<List<LogEvent>> events(LogEvent event) {
        return log.stream(PLANNER, event.stream(), 0, Integer.MAX_VALUE);
    }

    static @Nullable HeardWindow fold(List<LogEvent> events) {
        HeardWindow window = null;
        for (LogEvent event : events) {
            PlannerEvent heard = PlannerEvent.of(event);
            if (heard instanceof PlannerEvent.WindowPlanned plan && event.streamOrdinal() != null) {
                window = HeardWindow.planned(plan, event.streamOrdinal());
            } else if (window != null && heard != null) {
                window = window.after(heard);
            }
        }
        return window;
    }
}
