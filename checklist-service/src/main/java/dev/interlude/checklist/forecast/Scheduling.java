package dev.interlude.checklist.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of list scheduling; used once. */
final class Scheduling {

    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, List<Task>> followers = new HashMap<>();
    private final Map<String, Duration> tails = new HashMap<>();
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, String> lastOf = new HashMap<>();
    private final List<Task> waiting = new ArrayList<>();
    private Instant now;

    Scheduling(List<Task> all, Instant from) {
        this.now = from;
        all.forEach(task -> tasks.put(task.id(), task));
        for (Task task : all) {
            for (String before : task.after()) {
                followers.computeIfAbsent(before, _ -> new ArrayList<>()).add(task);
            }
        }
        all.stream().filter(Task::running).forEach(task -> place(task, null));
        all.stream().filter(task -> !task.running()).forEach(waiting::add);
        waiting.sort(Comparator.comparing(this::tail).reversed());
    }

    Map<String, Slot> slots() {
        while (!waiting.isEmpty()) {
            Optional<Task> next = waiting.stream().filter(this::canStart).findFirst();
            if (next.isPresent()) {
                waiting.remove(next.get());
                place(next.get(), holdUp(next.get()));
            } else {
                now = nextInstant();
            }
        }
        return slots;
    }

    private void place(Task task, @Nullable String waitsFor) {
        Instant end = now.plus(task.work());
        slots.put(task.id(), new Slot(now, end, waitsFor));
        if (!end.isBefore(freeAt(task.worker()))) {
            lastOf.put(task.worker(), task.id());
        }
    }

    private boolean canStart(Task task) {
        return !task.notBefore().isAfter(now)
                && !freeAt(task.worker()).isAfter(now)
                && task.after().stream()
                        .filter(tasks::containsKey)
                        .allMatch(before -> endsBy(before, now));
    }

    private boolean endsBy(String id, Instant instant) {
        Slot slot = slots.get(id);
        return slot != null && !slot.end().isAfter(instant);
    }

    private Instant freeAt(String worker) {
        String last = lastOf.get(worker);
        Slot slot = last == null ? null : slots.get(last);
        return slot == null ? Instant.MIN : slot.end();
    }

    private @Nullable String holdUp(Task task) {
        Stream<@Nullable String> worker = Stream.of(lastOf.get(task.worker()));
        return Stream.concat(task.after().stream(), worker.filter(Objects::nonNull))
                .filter(id -> endsAt(id, now))
                .findFirst()
                .orElse(null);
    }

    private boolean endsAt(@Nullable String id, Instant instant) {
        Slot slot = id == null ? null : slots.get(id);
        return slot != null && slot.end().equals(instant);
    }

    private Instant nextInstant() {
        return Stream.concat(
                        slots.values().stream().map(Slot::end),
                        waiting.stream().map(Task::notBefore))
                .filter(instant -> instant.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("tasks wait for each other"));
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
