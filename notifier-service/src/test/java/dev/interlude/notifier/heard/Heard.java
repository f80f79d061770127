package dev.interlude.notifier.heard;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.decider.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds in tests what the service folds from its log. */
public final class Heard {

    private Heard() {}

    /** The window right after that event. */
    public static @Nullable HeardWindow window(List<LogEvent> events, LogEvent until) {
        return HeardWindows.fold(
                events.stream().filter(e -> e.sequence() <= until.sequence()).toList());
    }

    public static <E> Recorded<E> recorded(E event, LogEvent row) {
        return new Recorded<>(
                event,
                row.id(),
                row.stream(),
                row.sequence(),
                row.actor(),
                row.occurredAt(),
                row.recordedAt(),
                row.correlationId(),
                row.causationId(),
                null);
    }
}
