package dev.interlude.faults.history;

import static dev.interlude.faults.history.Finding.duplicated;
import static dev.interlude.faults.history.Finding.lost;

import java.util.List;
import java.util.stream.Stream;

/**
 * A timer that was to fire, and how often it did.
 *
 * @param due whether its time has come
 */
public record Timer(String name, boolean due, int fired) {

    /** Each that is due fired once, each other one never. */
    public static List<Finding> check(List<Timer> timers) {
        return timers.stream().flatMap(Timer::judge).toList();
    }

    private Stream<Finding> judge() {
        if (due && fired == 0) {
            return Stream.of(lost("timer " + name + " was due and has not fired"));
        }
        if (fired > (due ? 1 : 0)) {
            return Stream.of(duplicated("timer " + name + " has fired " + fired + " times"));
        }
        return Stream.of();
    }
}
