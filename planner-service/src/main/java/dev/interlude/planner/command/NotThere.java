package dev.interlude.planner.command;

import dev.interlude.eventlog.VersionDiffers;
import dev.interlude.eventlog.http.Problem;

/** What was never made has no version that {@code If-Match} could name: 404 and not 412. */
final class NotThere {

    private NotThere() {}

    /** For {@code onFailure().transform}: other failures stay as they are. */
    static Throwable instead(Throwable failure) {
        return failure instanceof VersionDiffers differs && differs.present() == 0
                ? Problem.notFound("there is no such thing")
                : failure;
    }
}
