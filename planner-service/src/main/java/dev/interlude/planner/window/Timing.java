package dev.interlude.planner.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the time of a window came to be what it is.
 *
 * @param toldAt when its audience was told of the present time; null until announced
 * @param judged the time that was last told with its notice, from which delays are measured
 * @param delayed the present start has passed, and the work has not begun
 */
public record Timing(
        @Nullable Instant toldAt, @Nullable Span judged, List<Move> moves, boolean delayed) {

    /** From the start until the end. */
    public record Span(Instant start, Instant end) {}

    static final Timing UNTOLD = new Timing(null, null, List.of(), false);

    Timing told(Instant at, Instant start, Instant end) {
        return new Timing(at, new Span(start, end), moves, false);
    }

    /** A delay that is only told doesn't shift what the next one is measured from. */
    Timing moved(Move move, Instant movedAt, boolean withNotice) {
        var all = new ArrayList<>(moves);
        all.add(move);
        return new Timing(
                move.announced() ? movedAt : toldAt,
                withNotice ? new Span(move.start(), move.end()) : judged,
                List.copyOf(all),
                false);
    }

    /** More time that was told with its notice; the next delay is measured from there. */
    Timing endingAt(Instant end) {
        return judged == null
                ? this
                : new Timing(toldAt, new Span(judged.start(), end), moves, delayed);
    }

    Timing delayed(boolean now) {
        return new Timing(toldAt, judged, moves, now);
    }

    Timing corrected(UUID eventId, Map<String, String> text) {
        var said = moves.stream().map(m -> m.eventId().equals(eventId) ? m.saying(text) : m);
        return new Timing(toldAt, judged, said.toList(), delayed);
    }
}
