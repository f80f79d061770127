package dev.interlude.planner.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the audience of a window was told in words, and when it expects more.
 *
 * @param texts oldest first, as corrected since
 * @param lastAt of when the last thing is that it was told; null while nothing was
 * @param promised by when the next update was promised; null when none was
 * @param missed the last instant of that kind that passed without an update
 */
public record Saying(
        List<Text> texts,
        @Nullable Instant lastAt,
        @Nullable Instant promised,
        @Nullable Instant missed) {

    /**
     * A text.
     *
     * @param eventId the event that told it
     * @param ofPlan it was the plan's text at the time
     */
    public record Text(UUID eventId, boolean ofPlan, Map<String, String> text) {}

    static final Saying NOTHING = new Saying(List.of(), null, null, null);

    /** Something was told, maybe without words; a promise that has passed by then is kept by it. */
    Saying told(Instant at) {
        boolean ahead = promised != null && promised.isAfter(at);
        Instant last = lastAt != null && lastAt.isAfter(at) ? lastAt : at;
        return new Saying(texts, last, ahead ? promised : null, missed);
    }

    Saying with(@Nullable Text text) {
        if (text == null) {
            return this;
        }
        var all = new ArrayList<>(texts);
        all.add(text);
        return new Saying(List.copyOf(all), lastAt, promised, missed);
    }

    Saying promised(@Nullable Instant by) {
        return new Saying(texts, lastAt, by, missed);
    }

    Saying missed(Instant by) {
        return new Saying(texts, lastAt, promised, by);
    }

    Saying corrected(UUID eventId, Map<String, String> text) {
        var now =
                texts.stream()
                        .map(t ->
                                t.eventId().equals(eventId)
                                        ? new Text(eventId, t.ofPlan(), text)
                                        : t);
        return new Saying(now.toList(), lastAt, promised, missed);
    }

    /** What that event told, or with null what was told last. */
    Optional<Text> text(@Nullable UUID eventId) {
        return eventId == null
                ? texts.isEmpty() ? Optional.empty() : Optional.of(texts.getLast())
                : texts.stream().filter(t -> t.eventId().equals(eventId)).findFirst();
    }
}
