package dev.interlude.planner.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The window was given another time.
 *
 * @param announced its audience was told of it
 * @param noticeGiven for the time that nobody had been told of; null when it was not judged
 * @param noticeRequired by the policy; null when it was not judged
 */
public record Move(
        int ordinal,
        Instant previousStart,
        Instant previousEnd,
        Instant start,
        Instant end,
        String reason,
        @Nullable Map<String, String> publicText,
        boolean announced,
        @Nullable Duration noticeGiven,
        @Nullable Duration noticeRequired,
        Instant at,
        String actor,
        UUID eventId) {

    Move saying(Map<String, String> text) {
        return new Move(
                ordinal,
                previousStart,
                previousEnd,
                start,
                end,
                reason,
                text,
                announced,
                noticeGiven,
                noticeRequired,
                at,
                actor,
                eventId);
    }
}
