package dev.interlude.benchmark;

import dev.interlude.local.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Everything needed to judge a figure, as Markdown; what it says is also told as it comes. */
final class Report {

    private final Options options;
    private final ZonedDateTime began = ZonedDateTime.now(ZoneOffset.UTC);
    private final StringBuilder text = new StringBuilder();

    Report(Options options) {
        this.options = options;
        text.append("# bench ").append(options.job().word()).append("\n\n");
        line("Began %s.".formatted(began.format(DateTimeFormatter.ISO_INSTANT)));
        line("Options: `%s`".formatted(options));
        line("Service JVM: `%s`".formatted(String.join(" ", Planner.JVM)));
        Machine.describe().forEach(this::line);
    }

    /** A line of its own, also on standard output. */
    void line(String line) {
        System.out.println(line);
        text.append(line).append("  \n");
    }

    void title(String title) {
        System.out.println(title);
        text.append("\n## ").append(title).append("\n\n");
    }

    /** A table; the first row is its head. */
    void table(List<List<String>> rows) {
        text.append('\n');
        for (int i = 0; i < rows.size(); i++) {
            System.out.println("  " + String.join("   ", rows.get(i)));
            text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---".repeat(rows.get(i).size())).append("|\n");
            }
        }
        text.append('\n');
    }

    void end(Verdict verdict) {
        title("Verdict");
        line("Load average at the end: %s".formatted(Machine.loadAverage()));
        line("Goal %s.".formatted(verdict.met() ? "met" : "missed"));
        text.append("\n    ").append(verdict.line()).append('\n');
    }

    Path write() {
        Path file =
                House.here()
                        .root()
                        .resolve("deploy/benchmark/target/bench")
                        .resolve(
                                options.job().word()
                                        + "-"
                                        + began.format(
                                                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"))
                                        + ".md");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new BenchmarkFailed("no report could be written: " + e.getMessage(), e);
        }
    }
}
