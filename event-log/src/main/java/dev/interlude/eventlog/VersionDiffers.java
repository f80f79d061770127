package dev.interlude.eventlog;

import java.util.List;

/** The caller's If-Match names another version than the present one: 412. */
public final class VersionDiffers extends RuntimeException {

    private final transient List<LogEvent> since;
    private final long present;

    VersionDiffers(long present, List<LogEvent> since) {
        super("version-differs", null, false, false);
        this.present = present;
        this.since = since;
    }

    /** The present version. */
    public long present() {
        return present;
    }

    /** What was appended since the version that the caller has seen. */
    public List<LogEvent> since() {
        return since;
    }
}
