package dev.interlude.checklist.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who does what from when to when. A person who is free takes the task with the longest way behind
 * it, of equals the one listed first; nobody waits while there is work for them.
 *
 * @param end when the last task ends; the beginning of the schedule when there is none
 * @param slots by task
 * @param criticalPath the tasks that decide the end, first to last
 */
public record Schedule(Instant end, Map<String, Slot> slots, List<String> criticalPath) {

    public Schedule {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
        criticalPath = List.copyOf(criticalPath);
    }

    /**
     * Schedules the tasks from an instant on.
     *
     * @param tasks acyclic, in the order of the checklist
     */
    public static Schedule of(List<Task> tasks, Instant from) {
        Map<String, Slot> slots = new Scheduling(tasks, from).slots();
        String last = null;
        Instant end = from;
        for (Map.Entry<String, Slot> entry : slots.entrySet()) {
            if (last == null || entry.getValue().end().isAfter(end)) {
                last = entry.getKey();
                end = entry.getValue().end();
            }
        }
        List<String> path = new ArrayList<>();
        while (last != null) {
            path.addFirst(last);
            Slot slot = slots.get(last);
            last = slot == null ? null : slot.waitsFor();
        }
        return new Schedule(end, slots, path);
    }
}
