package dev.interlude.benchmark;

import dev.interlude.benchmark.PgBench.Limit;
import dev.interlude.local.Databases.Database;
import dev.interlude.local.LocalTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * {@code POST /api/v1/windows} against pgbench, or against the same on an empty log. What follows
 * the log (relay, broker, views) is at work beside it, as it is in life.
 */
final class AppendJob {

    private static final double GOAL = 0.6;
    private static final double GOAL_FILLED = 0.85;
    private static final double MOST_WAL = 1.3;
    private static final String FILLED = "filled.";

    private final Options options;
    private final Report report;
    private final Stand stand;

    private AppendJob(Options options, Report report, Stand stand) {
        this.options = options;
        this.report = report;
        this.stand = stand;
    }

    static Verdict run(Options options, Report report) {
        try (Stand stand = Stand.start(report)) {
            var job = new AppendJob(options, report, stand);
            return options.filled() == 0 ? job.againstPgbench() : job.againstEmpty();
        }
    }

    /** A run of ours. */
    private record Ours(Sample sample, double walPerEvent) {}

    private Verdict againstPgbench() {
        Database database = stand.database("planner");
        // its start makes the schema, of which the limit gets a copy
        Planner.start(stand, database, options.jvm()).close();
        var pgbench = new PgBench(stand, database.name(), 570);
        report.line("Limit: %s, one prepared INSERT per transaction.".formatted(pgbench.version()));
        try (Planner planner = Planner.start(stand, database, options.jvm())) {
            warmUp(planner);
            double ratio = Double.MAX_VALUE;
            double spread = 1;
            for (int clients : options.clients()) {
                var limits = new ArrayList<Limit>();
                var ours = new ArrayList<Ours>();
                for (int round = 0; round < options.rounds(); round++) {
                    checkpoint();
                    limits.add(pgbench.run(clients, options.seconds()));
                    checkpoint();
                    ours.add(measure(planner, database, clients));
                }
                Figures limit = Figures.of(limits, Limit::perSecond);
                Figures our = Figures.of(ours, run -> run.sample().perSecond());
                ratio = Math.min(ratio, our.median() / limit.median());
                spread = Math.max(spread, limit.spread());
                report.title(clients + " clients");
                report.table(
                        List.of(
                                List.of("", "a second", "p50 ms", "p99 ms"),
                                List.of(
                                        "pgbench",
                                        limit.text("%.0f"),
                                        Figures.of(limits, l -> l.latencies().millis(0.5))
                                                .text("%.2f"),
                                        Figures.of(limits, l -> l.latencies().millis(0.99))
                                                .text("%.2f")),
                                row("POST /api/v1/windows", ours)));
                report.line("Ratio of medians: %.2f".formatted(our.median() / limit.median()));
                own(ours);
            }
            atRest(planner);
            return new Verdict("append", ratio, GOAL, false, spread, true);
        }
    }

    private Verdict againstEmpty() {
        Database empty = stand.database("planner_empty");
        Database filled = stand.database("planner_filled");
        // two logs, so two sets of topics: a planner ends when it finds there what it didn't send
        LocalTopics.ensure(stand.bootstrap(), FILLED);
        var jvm = new ArrayList<>(options.jvm());
        jvm.add("-Dinterlude.topic-prefix=" + FILLED);
        Planner.start(stand, empty, options.jvm()).close();
        Planner.start(stand, filled, jvm).close();
        long began = System.nanoTime();
        new Windows(stand, filled, 4).fill(options.filled());
        report.line(
                "%,d events filled in within %d s: windows of 4 events, %s."
                        .formatted(
                                options.filled(),
                                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                                Sql.text(
                                        stand,
                                        filled.name(),
                                        "select pg_size_pretty(pg_database_size(current_database()))")));
        try (Planner few = Planner.start(stand, empty, options.jvm());
                Planner many = Planner.start(stand, filled, jvm)) {
            warmUp(few);
            warmUp(many);
            double ratio = Double.MAX_VALUE;
            double spread = 1;
            boolean lean = true;
            for (int clients : options.clients()) {
                var limits = new ArrayList<Ours>();
                var ours = new ArrayList<Ours>();
                for (int round = 0; round < options.rounds(); round++) {
                    checkpoint();
                    limits.add(measure(few, empty, clients));
                    checkpoint();
                    ours.add(measure(many, filled, clients));
                }
                Figures limit = Figures.of(limits, run -> run.sample().perSecond());
                Figures our = Figures.of(ours, run -> run.sample().perSecond());
                double wal =
                        Figures.of(ours, Ours::walPerEvent).median()
                                / Figures.of(limits, Ours::walPerEvent).median();
                ratio = Math.min(ratio, our.median() / limit.median());
                spread = Math.max(spread, limit.spread());
                lean &= wal <= MOST_WAL;
                report.title(clients + " clients");
                report.table(
                        List.of(
                                List.of("", "a second", "p50 ms", "p99 ms"),
                                row("empty", limits),
                                row("filled", ours)));
                report.line(
                        "Ratio of medians: %.2f; of WAL per event: %.2f (at most %.1f)"
                                .formatted(our.median() / limit.median(), wal, MOST_WAL));
                own(ours);
            }
            return new Verdict("append-filled", ratio, GOAL_FILLED, false, spread, lean);
        }
    }

    private static List<String> row(String name, List<Ours> runs) {
        return List.of(
                name,
                Figures.of(runs, run -> run.sample().perSecond()).text("%.0f"),
                Figures.of(runs, run -> run.sample().millis(0.5)).text("%.2f"),
                Figures.of(runs, run -> run.sample().millis(0.99)).text("%.2f"));
    }

    private void own(List<Ours> runs) {
        report.line(
                ("WAL per event, with all that follows it: %s bytes; the load itself: %s µs of"
                                + " processor per command")
                        .formatted(
                                Figures.of(runs, Ours::walPerEvent).text("%.0f"),
                                Figures.of(runs, run -> run.sample().ownMicros()).text("%.0f")));
    }

    private void warmUp(Planner planner) {
        if (options.warmUp() > 0) {
            Sample sample = load(planner, 64).run(Duration.ofSeconds(options.warmUp()));
            report.line(
                    "Warm-up: %d s, %.0f a second."
                            .formatted(options.warmUp(), sample.perSecond()));
        }
    }

    private Ours measure(Planner planner, Database database, int clients) {
        long wal = wal();
        long head = head(database);
        ProcessorTime before = ProcessorTime.now(stand, planner);
        Sample sample = load(planner, clients).run(options.time());
        long events = head(database) - head;
        report.line(
                "%d clients, %s: %.0f a second; microseconds of processor per command: %s"
                        .formatted(
                                clients,
                                database.name(),
                                sample.perSecond(),
                                ProcessorTime.now(stand, planner)
                                        .since(before, sample.sorted().length)));
        return new Ours(sample, (wal() - wal) / (double) events);
    }

    private static Load load(Planner planner, int clients) {
        return new Load(
                planner.address(),
                IntStream.range(0, clients)
                        .mapToObj(client ->
                                (Supplier<byte[]>)
                                        PlanRequests.of(planner.address(), planner.token(client)))
                        .toList());
    }

    /** How far behind were those who follow? */
    private void atRest(Planner planner) {
        report.line(
                "At the end the relay is %s events behind, the window list %s."
                        .formatted(
                                Sql.text(
                                        stand,
                                        "planner",
                                        "select (select max(position) from log) - position from relay"),
                                Sql.text(
                                        stand,
                                        "planner",
                                        "select (select max(position) from log) - position from consumer where name"
                                                + " = 'window-list'")));
        report.line("The planner is process %d.".formatted(planner.pid()));
    }

    private void checkpoint() {
        Sql.run(stand, "postgres", "checkpoint");
    }

    private long wal() {
        return Sql.number(
                stand, "postgres", "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");
    }

    private long head(Database database) {
        return Sql.number(stand, database.name(), "select max(position) from log");
    }
}
