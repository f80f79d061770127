package dev.interlude.local;

import dev.interlude.story.StoryFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line behind {@code ./interlude}. */
@Command(
        name = "interlude",
        description = "Carries a team through a planned maintenance.",
        subcommands = {Up.class, DemoRun.class, Time.class, Restored.class, Infra.class},
        mixinStandardHelpOptions = true)
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        int status =
                new CommandLine(new Main())
                        .setExecutionExceptionHandler(Main::explain)
                        .execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (e instanceof LocalFailure || e instanceof StoryFailed) {
            command.getErr().println(e.getMessage());
            return 1;
        }
        throw e;
    }
}
