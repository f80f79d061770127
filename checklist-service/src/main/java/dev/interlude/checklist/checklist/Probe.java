package dev.interlude.checklist.checklist;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request that a runner makes on the team's own host to see whether a step is done.
 *
 * @param url http or https, fetched by GET; no user information
 * @param status the status that is expected; null for any from 200 to 299
 * @param within how long the answer may take; null for ten seconds
 * @param pointer JSON pointer (RFC 6901) of a number in the answer, which the bounds of the
 *     expectation are about; null when nothing is read off
 */
public record Probe(
        String url, @Nullable Integer status, @Nullable Duration within, @Nullable String pointer) {

    private static final Duration USUAL = Duration.ofSeconds(10);

    /** How long the answer may take. */
    public Duration patience() {
        return within == null ? USUAL : within;
    }

    /** Whether an answer has the status that is expected. */
    boolean answeredBy(int found) {
        return status == null ? found >= 200 && found <= 299 : status == found;
    }
}
