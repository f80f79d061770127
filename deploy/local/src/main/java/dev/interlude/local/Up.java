package dev.interlude.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "up",
        description = "Starts everything and runs until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    @Mixin private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        tell(Launch.start(options));
        Launch.untilStopped();
        return 0;
    }

    static void tell(LocalRun run) {
        System.out.println();
        System.out.println("Status page   " + run.ports().frontDoorAddress() + "/");
        System.out.println("Tokens        " + run.data().dir().resolve("tokens.env"));
    }
}
