package dev.interlude.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long a test waits for what must come: long enough that a slow machine fails no test. What
 * must come within a time that is promised says that time itself.
 */
public final class Patience {

    public static final Duration MOST = Duration.ofMinutes(2);

    private Patience() {}

    /** Awaitility's, with {@link #MOST} for a time-out. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(MOST);
    }
}
