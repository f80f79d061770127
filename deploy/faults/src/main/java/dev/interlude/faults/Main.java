package dev.interlude.faults;

import dev.interlude.faults.fault.Faults;
import dev.interlude.faults.history.Finding;
import dev.interlude.faults.load.Load;
import dev.interlude.faults.load.OperationLog;
import dev.interlude.faults.rig.Rig;
import dev.interlude.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "faults",
        description = "Breaks a house of its own under load, and checks what is left.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    private static final int WRITERS = 8;
    private static final int ENOUGH = 1_500;
    private static final int UNDER_FAULT = 180;

    @Option(names = "--minutes", description = "for how long faults are chosen; 5 by default")
    private int minutes = 5;

    @Option(names = "--seed", description = "replays the choice of an earlier run")
    private long seed = new Random().nextInt(Integer.MAX_VALUE);

    @Option(names = "--only", split = ",", description = "only these faults")
    private Set<String> only = Set.of();

    @Option(names = "--data", description = "where everything goes; a new folder by default")
    private Path data = Path.of("target", "faults");

    private Main() {}

    public static void main(String[] args) {
        int status =
                new CommandLine(new Main())
                        .setExecutionExceptionHandler((e, command, _) -> {
                            if (e instanceof LocalFailure
                                    || e instanceof IllegalArgumentException) {
                                command.getErr().println(e.getMessage());
                                return 2;
                            }
                            throw e;
                        })
                        .execute(args);
        System.exit(status);
    }

    @Override
    public Integer call() throws IOException {
        Faults faults = Faults.only(only);
        Folder.empty(data);
        System.out.println("seed " + seed + "; data and logs are in " + data.toAbsolutePath());
        try (Rig rig = Rig.start(data)) {
            Load.prepare(rig);
            var operations = new OperationLog();
            boolean held = history(rig, operations);
            var table = new VerdictTable(System.out);
            var campaign = new Campaign(rig, operations, table, UNDER_FAULT);
            var random = new Random(seed);
            long until = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
            do {
                campaign.run(faults.next(random), random);
            } while (System.nanoTime() < until);
            System.out.println("answers that promised nothing: " + operations.reasons());
            System.out.println(table.total());
            return held && table.allGood() ? 0 : 1;
        }
    }

    private boolean history(Rig rig, OperationLog operations) {
        var outcome = HistoryRun.of(rig, operations, WRITERS, ENOUGH, seed);
        System.out.printf(
                "history: %d writers at 2 replicas, %d events, %d seen by the reader: %s%n",
                WRITERS,
                outcome.events(),
                outcome.followed(),
                outcome.findings().isEmpty() ? "good" : outcome.findings());
        List<Finding> caught = new NaiveLog(rig.tables("planner")).readerIsCaught();
        System.out.printf("control: the reader of a naive log lost %d events%n", caught.size());
        return outcome.findings().isEmpty() && !caught.isEmpty();
    }
}
