package dev.interlude.checklist.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of list scheduling, from one instant at which something changes to the next. */
final class Scheduling {

    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, List<Task>> followers = new HashMap<>();
    private final Map<String, Integer> unmet = new HashMap<>();
    private final Map<String, Duration> tails = new HashMap<>();
    private final Map<String, Queue<Task>> ready = new LinkedHashMap<>();
    private final Queue<Change> changes = new PriorityQueue<>(Comparator.comparing(Change::at));
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, String> lastOf = new HashMap<>();
    private final Comparator<Task> longestWayFirst;
    private Instant now;

    /** A task ends, or one that had to wait for its time may begin. */
    private record Change(Instant at, Task task, boolean ends) {}

    Scheduling(List<Task> all, Instant from) {
        this.now = from;
        Map<String, Integer> order = new HashMap<>();
        for (Task task : all) {
            tasks.put(task.id(), task);
            order.put(task.id(), order.size());
        }
        for (Task task : all) {
            List<String> before =
                    task.after().stream().distinct().filter(tasks::containsKey).toList();
            unmet.put(task.id(), before.size());
            before.forEach(id -> followers.computeIfAbsent(id, _ -> new ArrayList<>()).add(task));
        }
        longestWayFirst =
                Comparator.comparing(this::tail)
                        .reversed()
                        .thenComparing(task -> order.getOrDefault(task.id(), 0));
    }

    Map<String, Slot> slots() {
        tasks.values().stream().filter(Task::running).forEach(task -> place(task, null));
        tasks.values().stream()
                .filter(task -> !task.running() && waitsForNothing(task))
                .forEach(this::offer);
        startWhatCanBe();
        while (!changes.isEmpty()) {
            now = changes.peek().at();
            while (!changes.isEmpty() && changes.peek().at().equals(now)) {
                take(changes.remove());
            }
            startWhatCanBe();
        }
        if (slots.size() < tasks.size()) {
            throw new IllegalStateException("tasks wait for each other");
        }
        return slots;
    }

    private boolean waitsForNothing(Task task) {
        return unmet.getOrDefault(task.id(), 0) == 0;
    }

    private void take(Change change) {
        if (!change.ends()) {
            offer(change.task());
            return;
        }
        for (Task follower : followers.getOrDefault(change.task().id(), List.of())) {
            unmet.merge(follower.id(), -1, Integer::sum);
            if (waitsForNothing(follower) && !follower.running()) {
                offer(follower);
            }
        }
    }

    private void offer(Task task) {
        if (task.notBefore().isAfter(now)) {
            changes.add(new Change(task.notBefore(), task, false));
        } else {
            ready.computeIfAbsent(task.worker(), _ -> new PriorityQueue<>(longestWayFirst))
                    .add(task);
        }
    }

    private void startWhatCanBe() {
        ready.forEach((worker, queue) -> {
            while (!queue.isEmpty() && !freeAt(worker).isAfter(now)) {
                Task next = queue.remove();
                place(next, holdUp(next));
            }
        });
    }

    private void place(Task task, @Nullable String waitsFor) {
        Instant end = now.plus(task.work());
        slots.put(task.id(), new Slot(now, end, waitsFor));
        changes.add(new Change(end, task, true));
        if (!end.isBefore(freeAt(task.worker()))) {
            lastOf.put(task.worker(), task.id());
        }
    }

    private Instant freeAt(String worker) {
        String last = lastOf.get(worker);
        Slot slot = last == null ? null : slots.get(last);
        return slot == null ? Instant.MIN : slot.end();
    }

    private @Nullable String holdUp(Task task) {
        return Stream.concat(task.after().stream(), Stream.ofNullable(lastOf.get(task.worker())))
                .filter(this::endsNow)
                .findFirst()
                .orElse(null);
    }

    private boolean endsNow(String id) {
        Slot slot = slots.get(id);
        return slot != null && slot.end().equals(now);
    }

    /** The longest way from the start of a task to the end of everything behind it. */
    private Duration tail(Task task) {
        Duration known = tails.get(task.id());
        if (known != null) {
            return known;
        }
        Duration behind =
                followers.getOrDefault(task.id(), List.of()).stream()
                        .map(this::tail)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
        Duration tail = task.work().plus(behind);
        tails.put(task.id(), tail);
        return tail;
    }
}
