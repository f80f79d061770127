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
        LocalRun run = Launch.start(options);
        System.out.println();
        System.out.println("Status page   " + run.ports().frontDoorAddress() + "/");
        System.out.println(
                "Tokens        "
                        + run.data().dir().resolve("tokens.env")
                        + " of ana, ben, carla, otto and root");
        Launch.untilStopped();
        return 0;
    }
}
