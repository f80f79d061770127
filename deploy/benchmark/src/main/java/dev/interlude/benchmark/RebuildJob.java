package dev.interlude.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlude.local.Databases.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The planner's window list made anew from its log, against a cursor that reads the same rows and
 * parses their JSON, in a JVM with the same options.
 */
final class RebuildJob {

    private static final double GOAL = 0.5;
    private static final int EVENTS_EACH = 10;
    private static final String VIEW = "window-list";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Stand stand;
    private final Database database;
    private final Planner planner;
    private final ObjectMapper json = new ObjectMapper();

    private RebuildJob(Stand stand, Database database, Planner planner) {
        this.stand = stand;
        this.database = database;
        this.planner = planner;
    }

    static Verdict run(Options options, Report report) {
        try (Stand stand = Stand.start(report)) {
            Database database = stand.database("planner");
            Planner.start(stand, database, options.jvm()).close();
            new Windows(stand, database, EVENTS_EACH).fill(options.events());
            report.line(
                    "%,d events, %d for each window; the limit runs with `%s`."
                            .formatted(options.events(), EVENTS_EACH, Machine.options()));
            try (Planner planner = Planner.start(stand, database, options.jvm())) {
                return new RebuildJob(stand, database, planner).measure(options, report);
            }
        }
    }

    private Verdict measure(Options options, Report report) {
        // the first rebuild also makes rows that later ones only compare
        long began = System.nanoTime();
        do {
            report.line(
                    "Warm-up: read and parse %.1f s, rebuild %.1f s".formatted(read(), rebuild()));
        } while (System.nanoTime() - began < Duration.ofSeconds(options.warmUp()).toNanos());
        var limits = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        for (int round = 0; round < options.rounds(); round++) {
            limits.add(read());
            ours.add(rebuild());
        }
        Figures limit = Figures.of(limits, seconds -> options.events() / seconds);
        Figures our = Figures.of(ours, seconds -> options.events() / seconds);
        report.title(String.format(java.util.Locale.ROOT, "%,d events", options.events()));
        report.table(
                List.of(
                        List.of("", "events a second", "seconds"),
                        List.of(
                                "read and parse",
                                limit.text("%.0f"),
                                Figures.of(limits, s -> s).text("%.1f")),
                        List.of(
                                "rebuild",
                                our.text("%.0f"),
                                Figures.of(ours, s -> s).text("%.1f"))));
        report.line("Rows: %s windows".formatted(Sql.text(stand, database.name(), ROWS)));
        return new Verdict(
                "rebuild", our.median() / limit.median(), GOAL, false, limit.spread(), true);
    }

    /** Seconds to read all rows with a cursor and parse their data. */
    private double read() {
        long began = System.nanoTime();
        try (Connection connection = stand.connect(database.name())) {
            connection.setAutoCommit(false);
            try (PreparedStatement query =
                    connection.prepareStatement("select * from log order by position")) {
                query.setFetchSize(2_000);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        json.readTree(rows.getBytes("data"));
                    }
                }
            }
        } catch (SQLException | IOException e) {
            throw new BenchmarkFailed("the log can't be read: " + e.getMessage(), e);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** Seconds from the begin of a rebuild until its rows serve, by the database's clock. */
    private double rebuild() {
        try (Connection connection = stand.connect(database.name())) {
            String before = Sql.text(connection, REBUILT);
            planner.rebuild(VIEW);
            return rebuild(connection, before);
        } catch (SQLException e) {
            throw new BenchmarkFailed("the rebuild can't be watched: " + e.getMessage(), e);
        }
    }

    private static double rebuild(Connection connection, String before) throws SQLException {
        String begun = "";
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            String progress = Sql.text(connection, BEGUN);
            begun = progress.isEmpty() ? begun : progress;
            String rebuilt = Sql.text(connection, REBUILT);
            if (!rebuilt.equals(before)) {
                if (begun.isEmpty()) {
                    throw new BenchmarkFailed("the rebuild was too quick to be seen", null);
                }
                return Double.parseDouble(rebuilt) - Double.parseDouble(begun);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new BenchmarkFailed("the rebuild does not end", null);
    }

    private static final String ROWS = "select count(*) from window_row";
    private static final String BEGUN =
            "select extract(epoch from begun_at) from rebuild.progress where name = '" + VIEW + "'";
    private static final String REBUILT =
            "select extract(epoch from rebuilt_at) from consumer where name = '" + VIEW + "'";
}
