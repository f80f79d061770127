package dev.interlude.checklist.checklist;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script of the team's own, by name.
 *
 * @param name as the team's host lists it, {@code [A-Za-z0-9._-]{1,100}}
 * @param arguments each handed over as it is
 * @param timeout after which it is stopped; null for an hour
 */
public record Script(String name, List<String> arguments, @Nullable Duration timeout) {

    private static final Duration USUAL = Duration.ofHours(1);

    public Script {
        arguments = List.copyOf(arguments);
    }

    /** After which it is stopped; the runner may have a shorter limit of its own. */
    public Duration limit() {
        return timeout == null ? USUAL : timeout;
    }
}
