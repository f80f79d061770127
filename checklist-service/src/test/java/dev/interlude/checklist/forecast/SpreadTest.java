package dev.interlude.checklist.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final Instant TWO = Instant.parse("2026-03-07T02:00:00Z");
    private static final long SEED = 7;

    private static Task estimated(String id, int minutes, String worker, String... after) {
        return new Task(id, Duration.ofMinutes(minutes), List.of(after), worker, false, TWO);
    }

    private static Task known(
            String id, String worker, List<Duration> earlier, List<String> after) {
        return new Task(
                id,
                Earlier.of(earlier).median(),
                after,
                worker,
                false,
                TWO,
                Duration.ZERO,
                earlier);
    }

    private static Task running(int elapsed, Integer... earlier) {
        List<Duration> took = Arrays.stream(earlier).map(Duration::ofMinutes).toList();
        Duration gone = Duration.ofMinutes(elapsed);
        return new Task("a", Duration.ZERO, List.of(), "ana", true, TWO, gone, took);
    }

    private static double minutes(Instant end) {
        return Duration.between(TWO, end).toMillis() / 60_000.0;
    }

    @Test
    void estimates_alone_are_taken_once_and_doubled() {
        List<Task> tasks =
                List.of(
                        estimated("a", 10, "ana"),
                        estimated("b", 20, "ben"),
                        estimated("c", 5, "ana", "a", "b"));
        Spread spread = Spread.of(tasks, TWO, SEED);
        assertThat(minutes(spread.p50())).isEqualTo(25);
        assertThat(minutes(spread.p90())).isEqualTo(50);
    }

    @Test
    void many_runs_of_estimates_come_to_the_same() {
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            List<Task> tasks = ScheduleTest.random(random, 8);
            Spread exact = Spread.of(tasks, TWO, SEED);
            Spread runs = Spread.simulated(tasks, TWO, SEED);
            assertThat(minutes(runs.p50())).isCloseTo(minutes(exact.p50()), within(0.5));
            assertThat(minutes(runs.p90())).isCloseTo(minutes(exact.p90()), within(1.0));
        }
    }

    @Test
    void one_known_task_is_its_own_distribution() {
        List<Duration> took =
                List.of(Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofMinutes(20));
        Spread spread = Spread.of(List.of(known("a", "ana", took, List.of())), TWO, SEED);
        assertThat(minutes(spread.p50())).isCloseTo(20, within(1.0));
        assertThat(minutes(spread.p90())).isEqualTo(30);
    }

    @Test
    void whoever_needs_two_waits_for_the_later() {
        List<Duration> even = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            even.add(Duration.ofMinutes(i));
        }
        List<Task> two =
                List.of(known("a", "ana", even, List.of()), known("b", "ben", even, List.of()));
        Spread spread = Spread.of(two, TWO, SEED);
        // half of the time the later of two is below 100 / √2, nine times in ten below 100 × √0.9
        assertThat(minutes(spread.p50())).isCloseTo(71, within(4.0));
        assertThat(minutes(spread.p90())).isCloseTo(95, within(3.0));
    }

    @Test
    void a_running_task_is_one_of_those_that_took_longer() {
        assertThat(minutes(Spread.of(List.of(running(0, 10, 20, 30)), TWO, SEED).p50()))
                .isCloseTo(20, within(1.0));
        // of those that took longer than 20 minutes, the middle one takes 28
        double left = minutes(Spread.of(List.of(running(20, 10, 20, 30)), TWO, SEED).p50());
        assertThat(left).isBetween(6.0, 10.0);
        assertThat(minutes(Spread.of(List.of(running(31, 10, 20, 30)), TWO, SEED).p90())).isZero();
    }

    @Test
    void the_same_seed_gives_the_same_forecast() {
        List<Task> tasks = mixed(new Random(3), 6);
        assertThat(Spread.of(tasks, TWO, SEED)).isEqualTo(Spread.of(tasks, TWO, SEED));
    }

    @Test
    void what_is_known_and_what_is_estimated_add_up() {
        List<Duration> sure = Collections.nCopies(5, Duration.ofMinutes(10));
        List<Task> tasks =
                List.of(known("a", "ana", sure, List.of()), estimated("b", 20, "ana", "a"));
        Spread spread = Spread.of(tasks, TWO, SEED);
        assertThat(minutes(spread.p50())).isCloseTo(30, within(0.2));
        assertThat(minutes(spread.p90())).isCloseTo(50, within(0.5));
    }

    @Test
    void the_quick_rule_is_the_rule() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SpreadTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Task> tasks =
                    withTimes(ScheduleTest.random(random, 1 + random.nextInt(30)), random);
            long[] work = tasks.stream().mapToLong(t -> t.work().toMillis()).toArray();
            Instant quick = TWO.plusMillis(new Lanes(tasks, TWO).end(work));
            assertThat(quick)
                    .as("seed %d round %d %s", seed, round, tasks)
                    .isEqualTo(Schedule.of(tasks, TWO).end());
        }
    }

    @Test
    void the_runs_are_those_of_all_cases_counted_out() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            List<Task> tasks = mixed(random, 1 + random.nextInt(6));
            double[] all = allCases(tasks);
            Spread spread = Spread.of(tasks, TWO, round);
            assertThat(minutes(spread.p50()))
                    .as("seed %d round %d %s", seed, round, tasks)
                    .isBetween(at(all, 0.40) - 0.02, at(all, 0.60) + 0.02);
            assertThat(minutes(spread.p90()))
                    .as("seed %d round %d %s", seed, round, tasks)
                    .isBetween(at(all, 0.85) - 0.02, at(all, 0.95) + 0.02);
        }
    }

    /** Each task takes, as often, a short or a long time; so often that little lies between. */
    private static List<Task> mixed(Random random, int size) {
        List<Task> tasks = new ArrayList<>();
        for (Task task : ScheduleTest.random(random, size)) {
            List<Duration> took = new ArrayList<>();
            took.addAll(Collections.nCopies(200, task.work()));
            took.addAll(Collections.nCopies(200, task.work().plusMinutes(random.nextInt(20))));
            tasks.add(known(task.id(), task.worker(), took, task.after()));
        }
        return tasks;
    }

    private static double[] allCases(List<Task> tasks) {
        var lanes = new Lanes(tasks, TWO);
        int cases = 1 << tasks.size();
        double[] ends = new double[cases];
        for (int one = 0; one < cases; one++) {
            long[] work = new long[tasks.size()];
            for (int i = 0; i < work.length; i++) {
                List<Duration> took = tasks.get(i).earlier();
                work[i] = ((one >> i & 1) == 0 ? took.getFirst() : took.getLast()).toMillis();
            }
            ends[one] = lanes.end(work) / 60_000.0;
        }
        Arrays.sort(ends);
        return ends;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static List<Task> withTimes(List<Task> tasks, Random random) {
        List<Task> all = new ArrayList<>();
        for (Task task : tasks) {
            boolean first = task.after().isEmpty();
            boolean running = first && random.nextInt(4) == 0;
            Instant opens = TWO.plus(Duration.ofMinutes(random.nextInt(5) * 10L));
            all.add(
                    new Task(
                            task.id(),
                            task.work(),
                            task.after(),
                            task.worker(),
                            running,
                            running || random.nextBoolean() ? TWO : opens));
        }
        return all;
    }

    /** Whoever replays a night sees what was seen then: no draw may come in another order. */
    @Test
    void a_forecast_stays_what_it_was() {
        assertThat(Spread.of(night(1, 40), TWO, 1))
                .isEqualTo(spread("07T09:55:57.637", "07T11:30:53.426"));
        assertThat(Spread.of(night(2, 40), TWO, 2))
                .isEqualTo(spread("07T11:33:44.170", "07T12:47:58.851"));
        assertThat(Spread.of(night(3, 40), TWO, 3))
                .isEqualTo(spread("07T10:58:35.710", "07T12:33:16.316"));
        assertThat(Spread.of(night(4, 200), TWO, 4))
                .isEqualTo(spread("08T19:51:34.881", "09T01:41:10.802"));
    }

    private static Spread spread(String p50, String p90) {
        return new Spread(
                Instant.parse("2026-03-" + p50 + "Z"), Instant.parse("2026-03-" + p90 + "Z"));
    }

    /** Three people, some tasks running, some not before a time, some known from twenty runs. */
    private static List<Task> night(long seed, int size) {
        Random random = new Random(seed);
        List<String> crew = List.of("ana", "ben", "carla");
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<String> after = new ArrayList<>();
            for (int before = 0; before < i; before++) {
                if (random.nextInt(4) == 0) {
                    after.add("t" + before);
                }
            }
            Duration work = Duration.ofMinutes(1 + random.nextInt(30));
            boolean running = after.isEmpty() && random.nextInt(3) == 0;
            List<Duration> earlier = new ArrayList<>();
            if (random.nextInt(4) > 0) {
                for (int run = 0; run < 20; run++) {
                    earlier.add(Duration.ofSeconds(30 + random.nextInt(3_000)));
                }
            }
            boolean later = !running && random.nextInt(5) == 0;
            Instant opens = later ? TWO.plus(Duration.ofMinutes(random.nextInt(90))) : TWO;
            String worker = crew.get(random.nextInt(3));
            Duration elapsed = running ? Duration.ofMinutes(random.nextInt(20)) : Duration.ZERO;
            tasks.add(new Task("t" + i, work, after, worker, running, opens, elapsed, earlier));
        }
        return tasks;
    }

    @Test
    void the_normal_distribution_is_the_one_in_the_tables() {
        assertThat(Normal.quantile(0.9)).isCloseTo(1.281_551_565_5, within(1e-9));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-9));
        assertThat(Normal.below(3.5)).isCloseTo(0.999_767_370_92, within(1e-10));
        assertThat(Normal.below(-1.96)).isCloseTo(0.024_997_895_1, within(1e-9));
    }
}
