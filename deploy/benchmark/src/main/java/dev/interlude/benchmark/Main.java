package dev.interlude.benchmark;

import dev.interlude.local.LocalFailure;
import java.util.List;

/**
 * {@code ./interlude bench}: measures one job, writes a report, ends with a line. Status 0 when the
 * goal is met, 1 when it is missed, 2 when nothing could be measured.
 */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        if (args.length == 1 && List.of("help", "--help", "-h").contains(args[0])) {
            System.out.println(Options.USAGE);
            return 0;
        }
        try {
            Options options = Options.of(args);
            var report = new Report(options);
            Verdict verdict =
                    switch (options.job()) {
                        case APPEND -> AppendJob.run(options, report);
                        case PUBLISH -> PublishJob.run(options, report);
                        case REBUILD -> RebuildJob.run(options, report);
                        case FORECAST -> ForecastJob.run(options, report);
                    };
            report.end(verdict);
            System.out.println("The report is in " + report.write());
            System.out.println(verdict.line());
            return verdict.met() ? 0 : 1;
        } catch (BenchmarkFailed | LocalFailure e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }
}
