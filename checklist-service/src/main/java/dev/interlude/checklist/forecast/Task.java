package dev.interlude.checklist.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A piece of unfinished work.
 *
 * @param id of the step
 * @param work what is left of it; zero for a running step that has used up its time
 * @param after ids that come first; an id that is no task of the schedule is done already
 * @param worker who does it, one task at a time
 * @param running whether it is being done now
 * @param notBefore earliest start
 * @param elapsed how long it has been running
 * @param earlier how long the same took before; empty when that is not known well enough
 */
public record Task(
        String id,
        Duration work,
        List<String> after,
        String worker,
        boolean running,
        Instant notBefore,
        Duration elapsed,
        List<Duration> earlier) {

    public Task {
        after = List.copyOf(after);
        earlier = List.copyOf(earlier);
    }

    /** A task of which there is an estimate only. */
    public Task(
            String id,
            Duration work,
            List<String> after,
            String worker,
            boolean running,
            Instant notBefore) {
        this(id, work, after, worker, running, notBefore, Duration.ZERO, List.of());
    }

    /** The same task when everything takes that many times as long. */
    public Task times(int factor) {
        return new Task(
                id, work.multipliedBy(factor), after, worker, running, notBefore, elapsed, earlier);
    }
}
