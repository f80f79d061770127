package dev.interlude.checklist.checklist;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a runner says of a run that is over.
 *
 * @param exitCode null unless it came to an end by itself
 * @param startedAt by the runner's clock; null when it was not started
 * @param bytes of output, all of it; null when it was not started
 * @param sha256 over all of the output, hexadecimal; null as above
 * @param reason why it did not come to an end by itself; null when it did
 * @param reading what the probe saw; null when there was none to make
 */
public record ScriptReport(
        Ending ending,
        @Nullable Integer exitCode,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable String reason,
        @Nullable Reading reading) {

    /** What became of its processes. */
    public enum Ending {
        /** Came to an end by itself; a probe without a script was made. */
        EXITED,
        TIMED_OUT,
        CANCELLED,
        NOT_STARTED,
        /** The runner itself was gone meanwhile; what was left of the script has been ended. */
        LOST
    }

    /**
     * What a probe saw.
     *
     * @param status of the answer; null when there was none
     * @param took until the answer was there
     * @param value that was read off
     * @param fault why nothing could be seen
     */
    public record Reading(
            @Nullable Integer status,
            @Nullable Duration took,
            @Nullable BigDecimal value,
            @Nullable String fault) {}
}
