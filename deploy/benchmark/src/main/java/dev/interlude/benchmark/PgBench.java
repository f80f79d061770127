package dev.interlude.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The limit of {@code append}: pgbench, one prepared INSERT per transaction into the same log table
 * in a database of its own on the same server, rows of the same size, synchronous commit.
 */
final class PgBench {

    private static final String DATABASE = "the_limit";

    private final Stand stand;
    private final Path binary = binary();
    private final Path script;

    PgBench(Stand stand, String template, int dataBytes) {
        this.stand = stand;
        this.script = stand.dir().resolve("limit.sql");
        Sql.run(stand, "postgres", "create database " + DATABASE + " template " + template);
        Sql.run(stand, DATABASE, "truncate log", "create sequence place");
        try {
            Files.writeString(script, insert(dataBytes));
        } catch (IOException e) {
            throw new BenchmarkFailed("no script could be written: " + e.getMessage(), e);
        }
    }

    // pgbench takes a colon for a variable of its own
    private static String insert(int dataBytes) {
        return """
        with made as (select uuidv7() as id) insert into log (position, source, epoch, stream, \
        sequence, id, type, key, occurred_at, recorded_at, stream_ordinal, actor, \
        correlation_id, data) select place, 'planner', 1, 'window-' || id, 1, id, \
        'dev.interlude.planner.WindowPlanned.v1', id::text, clock_timestamp(), \
        clock_timestamp(), place, 'person' || chr(58) || 'p-abcdefghijklmnopqrstuvwxyz', id, \
        convert_to('%s', 'UTF8') from made, nextval('place') as place;
        """
                .formatted("x".repeat(dataBytes));
    }

    /** What was measured: transactions a second, and some of the latencies. */
    record Limit(double perSecond, Sample latencies) {}

    Limit run(int clients, int seconds) {
        Path log = stand.dir().resolve("latencies");
        try {
            List<String> command =
                    List.of(
                            binary.toString(),
                            "-n",
                            "-M",
                            "prepared",
                            "-h",
                            "localhost",
                            "-p",
                            Integer.toString(stand.postgresPort()),
                            "-U",
                            "postgres",
                            "-c",
                            Integer.toString(clients),
                            "-j",
                            "2",
                            "-T",
                            Integer.toString(seconds),
                            "-l",
                            "--log-prefix",
                            log.toString(),
                            "--sampling-rate",
                            "0.2",
                            "-f",
                            script.toString(),
                            DATABASE);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", stand.password());
            Process process = builder.start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchmarkFailed("pgbench failed:\n" + output, null);
            }
            return new Limit(perSecond(output), latencies(log, seconds));
        } catch (IOException e) {
            throw new BenchmarkFailed("pgbench could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("interrupted", e);
        }
    }

    String version() {
        return Machine.output(binary.toString(), "--version");
    }

    private static double perSecond(String output) {
        return output.lines()
                .filter(line -> line.startsWith("tps = "))
                .map(line -> thirdWord(line))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new BenchmarkFailed("pgbench said:\n" + output, null));
    }

    /** Of the sampled transactions; the third word of each line is microseconds. */
    private static Sample latencies(Path prefix, int seconds) throws IOException {
        var all = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(prefix.getParent())) {
            files.filter(file -> file.getFileName().toString().startsWith("latencies."))
                    .forEach(all::add);
        }
        LongStream nanos = LongStream.empty();
        for (Path file : all) {
            nanos =
                    LongStream.concat(
                            nanos,
                            Files.readAllLines(file).stream()
                                    .mapToLong(line -> Long.parseLong(thirdWord(line)) * 1_000));
        }
        var sample = new Sample(nanos.sorted().toArray(), seconds * 1_000_000_000L, 0);
        for (Path file : all) {
            Files.delete(file);
        }
        return sample;
    }

    private static String thirdWord(String line) {
        int from = line.indexOf(' ', line.indexOf(' ') + 1) + 1;
        return line.substring(from, line.indexOf(' ', from));
    }

    private static Path binary() {
        Stream<Path> path =
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(debian(), path)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new BenchmarkFailed(
                                "needs pgbench, which comes with PostgreSQL"
                                        + " (Debian: apt-get install postgresql), and found none",
                                null));
    }

    private static Stream<Path> debian() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.of();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all
                    .sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin/pgbench"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }
}
