package dev.interlude.checklist.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Instant TWO = Instant.parse("2026-03-07T02:00:00Z");

    private static Task task(String id, int minutes, String worker, String... after) {
        return new Task(id, Duration.ofMinutes(minutes), List.of(after), worker, false, TWO);
    }

    private static Slot slot(Schedule schedule, String id) {
        return Objects.requireNonNull(schedule.slots().get(id));
    }

    private static long minutes(Schedule schedule) {
        return Duration.between(TWO, schedule.end()).toMinutes();
    }

    @Test
    void nothing_to_do_ends_at_once() {
        assertThat(Schedule.of(List.of(), TWO).end()).isEqualTo(TWO);
    }

    @Test
    void one_person_does_one_thing_after_the_other() {
        Schedule schedule = Schedule.of(List.of(task("a", 10, "ana"), task("b", 20, "ana")), TWO);
        assertThat(minutes(schedule)).isEqualTo(30);
        assertThat(schedule.criticalPath()).containsExactly("b", "a");
    }

    @Test
    void two_people_work_side_by_side() {
        Schedule schedule =
                Schedule.of(
                        List.of(
                                task("a", 10, "ana"),
                                task("b", 20, "ben"),
                                task("c", 5, "ana", "a", "b")),
                        TWO);
        assertThat(minutes(schedule)).isEqualTo(25);
        assertThat(schedule.criticalPath()).containsExactly("b", "c");
    }

    @Test
    void the_longest_way_goes_first() {
        Schedule schedule =
                Schedule.of(
                        List.of(
                                task("short", 10, "ana"),
                                task("long", 10, "ana"),
                                task("behind", 30, "ben", "long")),
                        TWO);
        assertThat(minutes(schedule)).isEqualTo(40);
    }

    @Test
    void a_running_task_keeps_its_worker() {
        Task running = new Task("a", Duration.ofMinutes(10), List.of(), "ana", true, TWO);
        Schedule schedule = Schedule.of(List.of(task("b", 10, "ana"), running), TWO);
        assertThat(slot(schedule, "b").start()).isEqualTo(TWO.plus(Duration.ofMinutes(10)));
    }

    @Test
    void nothing_starts_before_it_may() {
        Task later =
                new Task(
                        "a",
                        Duration.ofMinutes(10),
                        List.of(),
                        "ana",
                        false,
                        TWO.plus(Duration.ofMinutes(30)));
        Schedule schedule = Schedule.of(List.of(later, task("b", 5, "ana")), TWO);
        assertThat(minutes(schedule)).isEqualTo(40);
        assertThat(slot(schedule, "b").start()).isEqualTo(TWO);
    }

    @Test
    void tasks_that_wait_for_each_other_are_no_schedule() {
        assertThatThrownBy(() ->
                        Schedule.of(List.of(task("a", 1, "ana"), task("b", 1, "ana", "b")), TWO))
                .isInstanceOfAny(IllegalStateException.class, StackOverflowError.class);
    }

    @Test
    void the_same_tasks_always_give_the_same_schedule() {
        List<Task> tasks = random(new Random(7), 12);
        assertThat(Schedule.of(tasks, TWO)).isEqualTo(Schedule.of(List.copyOf(tasks), TWO));
    }

    @Test
    void it_keeps_the_rules_and_is_near_the_best_there_is() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("ScheduleTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            List<Task> tasks = random(random, 1 + random.nextInt(7));
            Schedule schedule = Schedule.of(tasks, TWO);
            assertKept(tasks, schedule);
            long best = best(tasks);
            assertThat(minutes(schedule))
                    .as("seed %d round %d %s", seed, round, tasks)
                    .isBetween(best, 2 * best);
        }
    }

    static List<Task> random(Random random, int size) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> after = new ArrayList<>();
            for (int before = 0; before < i; before++) {
                if (random.nextInt(4) == 0) {
                    after.add("t" + before);
                }
            }
            String worker = random.nextBoolean() ? "ana" : "ben";
            tasks.add(
                    new Task(
                            "t" + i,
                            Duration.ofMinutes(1 + random.nextInt(30)),
                            after,
                            worker,
                            false,
                            TWO));
        }
        return tasks;
    }

    private static void assertKept(List<Task> tasks, Schedule schedule) {
        assertThat(schedule.slots()).hasSize(tasks.size());
        for (Task task : tasks) {
            Slot slot = slot(schedule, task.id());
            assertThat(Duration.between(slot.start(), slot.end())).isEqualTo(task.work());
            for (String before : task.after()) {
                assertThat(slot(schedule, before).end()).isBeforeOrEqualTo(slot.start());
            }
            for (Task other : tasks) {
                Slot its = slot(schedule, other.id());
                boolean apart =
                        !its.start().isBefore(slot.end()) || !slot.start().isBefore(its.end());
                assertThat(other.equals(task) || !other.worker().equals(task.worker()) || apart)
                        .isTrue();
            }
        }
    }

    /** The best end over every order in which the tasks can be handed out. */
    private static long best(List<Task> tasks) {
        return best(tasks, new HashMap<>(), new HashMap<>());
    }

    private static long best(List<Task> left, Map<String, Long> ends, Map<String, Long> free) {
        if (left.isEmpty()) {
            return ends.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
        long best = Long.MAX_VALUE;
        for (Task task : left) {
            if (!ends.keySet().containsAll(task.after())) {
                continue;
            }
            long start = free.getOrDefault(task.worker(), 0L);
            for (String before : task.after()) {
                start = Math.max(start, ends.getOrDefault(before, 0L));
            }
            long end = start + task.work().toMinutes();
            var nextEnds = new HashMap<>(ends);
            nextEnds.put(task.id(), end);
            var nextFree = new HashMap<>(free);
            nextFree.put(task.worker(), end);
            var rest = left.stream().filter(t -> !t.equals(task)).toList();
            best = Math.min(best, best(rest, nextEnds, nextFree));
        }
        return best;
    }
}
