package dev.interlude.planner.window;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a gate, or the want of a second person, was passed by on record.
 *
 * @param what the gate or the confirmation
 * @param ordinal number of the override or the broken glass
 */
public record PassedBy(String what, Means by, int ordinal) {

    public enum Means {
        OVERRIDE,
        BREAK_GLASS
    }

    /** As an event carries them: null when nothing had to be passed. */
    static @Nullable List<PassedBy> marks(List<Gate> gates) {
        return orNull(gates.stream().map(Gate::passedBy));
    }

    static @Nullable List<PassedBy> marks(@Nullable PassedBy... all) {
        return orNull(Stream.of(all));
    }

    private static @Nullable List<PassedBy> orNull(Stream<@Nullable PassedBy> all) {
        var marks = all.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        return marks.isEmpty() ? null : marks;
    }
}
