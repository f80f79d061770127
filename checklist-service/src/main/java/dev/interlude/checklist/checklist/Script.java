package dev.interlude.checklist.checklist;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script of the team's own, by name.
 *
 * @param name as the team's host lists it, {@code [A-Za-z0-9._-]{1,100}}
 * @param arguments each handed over as it is
 * @param timeout after which it is stopped; null for the host's own limit
 */
public record Script(String name, List<String> arguments, @Nullable Duration timeout) {
    public Script {
        arguments = List.copyOf(arguments);
    }
}
