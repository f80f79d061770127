package dev.interlude.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What to measure, and for how long.
 *
 * @param job which one
 * @param seconds of each run
 * @param rounds of limit and ours, one after the other
 * @param warmUp seconds before the first round, for the compilers
 * @param clients numbers of clients for {@code append}, one after the other
 * @param events in the log for {@code rebuild}
 * @param filled for {@code append}: compares a log of that many events with an empty one; 0 not
 * @param rate commands a second for {@code publish}
 * @param jvm more options for the service's JVM
 */
record Options(
        Job job,
        int seconds,
        int rounds,
        int warmUp,
        List<Integer> clients,
        int events,
        int filled,
        int rate,
        List<String> jvm) {

    static final String USAGE =
            """
            usage: ./interlude bench append|publish|rebuild|forecast
              --seconds 15      of each run
              --rounds 3        of limit and ours, interleaved
              --warm-up 120     seconds before the first round
              --clients 32,64   append: how many at once
              --filled 10000000 append: against a log with so many events, instead of pgbench
              --rate 100        publish: commands a second
              --events 1000000  rebuild: in the log
              --jvm <option>    one more option of the service's JVM; may be repeated\
            """;

    enum Job {
        APPEND,
        PUBLISH,
        REBUILD,
        FORECAST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Options of(String[] args) {
        if (args.length == 0) {
            throw new BenchmarkFailed(USAGE, null);
        }
        var options =
                new Options(
                        job(args[0]), 15, 3, 120, List.of(32, 64), 1_000_000, 0, 100, List.of());
        for (int i = 1; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new BenchmarkFailed(args[i] + " needs a value\n" + USAGE, null);
            }
            options = options.with(args[i], args[i + 1]);
        }
        return options;
    }

    Duration time() {
        return Duration.ofSeconds(seconds);
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--seconds" -> copy(number(value), rounds, warmUp, clients, events, filled, rate);
            case "--rounds" -> copy(seconds, number(value), warmUp, clients, events, filled, rate);
            case "--warm-up" -> copy(seconds, rounds, number(value), clients, events, filled, rate);
            case "--clients" ->
                    copy(
                            seconds,
                            rounds,
                            warmUp,
                            Arrays.stream(value.split(",")).map(Options::number).toList(),
                            events,
                            filled,
                            rate);
            case "--events" -> copy(seconds, rounds, warmUp, clients, number(value), filled, rate);
            case "--filled" -> copy(seconds, rounds, warmUp, clients, events, number(value), rate);
            case "--rate" -> copy(seconds, rounds, warmUp, clients, events, filled, number(value));
            case "--jvm" -> {
                var more = new ArrayList<>(jvm);
                more.add(value);
                yield new Options(
                        job, seconds, rounds, warmUp, clients, events, filled, rate, more);
            }
            default -> throw new BenchmarkFailed("no option " + name + "\n" + USAGE, null);
        };
    }

    private Options copy(
            int seconds,
            int rounds,
            int warmUp,
            List<Integer> clients,
            int events,
            int filled,
            int rate) {
        return new Options(job, seconds, rounds, warmUp, clients, events, filled, rate, jvm);
    }

    private static Job job(String word) {
        return Arrays.stream(Job.values())
                .filter(job -> job.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BenchmarkFailed("no job " + word + "\n" + USAGE, null));
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text.replace("_", ""));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BenchmarkFailed(text + " is no number\n" + USAGE, e);
        }
        throw new BenchmarkFailed(text + " is below zero\n" + USAGE, null);
    }
}
