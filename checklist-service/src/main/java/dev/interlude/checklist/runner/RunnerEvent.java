package dev.interlude.checklist.runner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code runner-<id>} says; private to this service. */
public sealed interface RunnerEvent {

    String runnerId();

    /**
     * Registered.
     *
     * @param scripts names of the only scripts it may be given; absent for all of the team
     * @param tokenSha256 of its token, hexadecimal
     */
    record RunnerRegistered(
            String runnerId,
            String name,
            String team,
            @Nullable List<String> scripts,
            String tokenSha256)
            implements RunnerEvent {}

    /** Its token is worth nothing any more. */
    record RunnerRevoked(String runnerId) implements RunnerEvent {}
}
