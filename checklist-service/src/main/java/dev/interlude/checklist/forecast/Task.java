package dev.interlude.checklist.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A piece of unfinished work.
 *
 * @param id of the step
 * @param work what is left of it; zero for a running step that has used up its estimate
 * @param after ids that come first; an id that is no task of the schedule is done already
 * @param worker who does it, one task at a time
 * @param running whether it is being done now
 * @param notBefore earliest start
 */
public record Task(
        String id,
        Duration work,
        List<String> after,
        String worker,
        boolean running,
        Instant notBefore) {

    public Task {
        after = List.copyOf(after);
    }

    /** The same task when everything takes that many times as long. */
    public Task times(int factor) {
        return new Task(id, work.multipliedBy(factor), after, worker, running, notBefore);
    }
}
