package dev.interlude.benchmark;

import dev.interlude.local.Databases.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * From the instant an event is recorded (before its commit, so with the flush to disk) until a
 * Kafka consumer has it, against a bare produce and consume.
 */
final class PublishJob {

    private static final double GOAL = 2.0;
    private static final int CLIENTS = 8;
    private static final int DATA_BYTES = 570;

    private PublishJob() {}

    static Verdict run(Options options, Report report) {
        try (Stand stand = Stand.start(report)) {
            Database database = stand.database("planner");
            try (Planner planner = Planner.start(stand, database, options.jvm());
                    var bare = new BareKafka(stand.bootstrap(), DATA_BYTES)) {
                return measure(options, report, stand, planner, bare);
            }
        }
    }

    private static Verdict measure(
            Options options, Report report, Stand stand, Planner planner, BareKafka bare) {
        if (options.warmUp() > 0) {
            Duration time = Duration.ofSeconds(options.warmUp());
            load(planner).run(time, options.rate() * 4);
            limit(stand, bare, Duration.ofSeconds(5), options.rate());
        }
        var limits = new ArrayList<Sample>();
        var ours = new ArrayList<Sample>();
        for (int round = 0; round < options.rounds(); round++) {
            limits.add(limit(stand, bare, options.time(), options.rate()));
            ours.add(ours(stand, planner, options));
        }
        report.title(options.rate() + " commands a second");
        report.table(
                List.of(
                        List.of("", "events", "p50 ms", "p99 ms"),
                        row("bare Kafka", limits),
                        row("recorded → seen", ours)));
        report.line("As the planner itself times the last minute:");
        report.table(
                List.of(
                        List.of("", "p50 ms", "p99 ms"),
                        row(
                                "a round of the writer, to its commit",
                                "interlude_append_round",
                                planner),
                        row("recorded → the relay has it", "interlude_relay_taken", planner),
                        row("recorded → acknowledged", "interlude_relay_lag", planner)));
        Figures limitP50 = p(0.5, limits);
        Figures limitP99 = p(0.99, limits);
        double p50 = p(0.5, ours).median() / limitP50.median();
        double p99 = p(0.99, ours).median() / limitP99.median();
        report.line("Ratio of medians: p50 %.2f, p99 %.2f".formatted(p50, p99));
        return new Verdict("publish", Math.max(p50, p99), GOAL, true, limitP50.spread(), true);
    }

    private static Figures p(double share, List<Sample> samples) {
        return Figures.of(samples, sample -> sample.millis(share));
    }

    private static List<String> row(String name, List<Sample> samples) {
        return List.of(
                name,
                Figures.of(samples, sample -> sample.sorted().length).text("%.0f"),
                p(0.5, samples).text("%.2f"),
                p(0.99, samples).text("%.2f"));
    }

    private static List<String> row(String name, String timer, Planner planner) {
        return List.of(
                name,
                "%.2f".formatted(planner.millis(timer, "0.5")),
                "%.2f".formatted(planner.millis(timer, "0.99")));
    }

    private static Sample limit(Stand stand, BareKafka bare, Duration time, int rate) {
        try (var arrivals = new Arrivals(stand.bootstrap(), BareKafka.TOPIC, BareKafka.TIME)) {
            bare.send(time, rate);
            return arrivals.taken(time);
        }
    }

    private static Sample ours(Stand stand, Planner planner, Options options) {
        try (var arrivals =
                new Arrivals(stand.bootstrap(), "interlude.planner.v1", "ce_recordedtime")) {
            load(planner).run(options.time(), options.rate());
            return arrivals.taken(options.time());
        }
    }

    private static Load load(Planner planner) {
        return new Load(
                planner.address(),
                IntStream.range(0, CLIENTS)
                        .mapToObj(client ->
                                (Supplier<byte[]>)
                                        PlanRequests.of(planner.address(), planner.token(client)))
                        .toList());
    }
}
