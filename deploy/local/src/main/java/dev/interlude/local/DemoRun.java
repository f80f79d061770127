package dev.interlude.local;

import dev.interlude.story.Demo;
import dev.interlude.story.Stage;
import dev.interlude.story.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = "Starts everything and plays a maintenance up to its extension.",
        mixinStandardHelpOptions = true)
final class DemoRun implements Callable<Integer> {

    private static final String PLAYED = "played";
    private static final String PLAYING = "playing";

    @Mixin private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        boolean played = requireOwn(options.data());
        LocalRun run = Launch.start(options);
        run.startRunner(Story.scripts(run.ports().frontDoorAddress()));
        Settings.write(run.data().demo(), played ? PLAYED : PLAYING);
        if (played) {
            System.out.println("The story was played here before.");
            Up.tell(run);
        } else {
            new Demo(stage(run), run.data().dir(), System.out).play(Demo.UNTIL);
            Settings.write(run.data().demo(), PLAYED);
        }
        Launch.untilStopped();
        return 0;
    }

    /** Real data is not played upon; true when the story was played here before. */
    private static boolean requireOwn(Path dir) {
        Path marker = dir.resolve("demo");
        if (DataFolder.isNew(dir)) {
            return false;
        }
        if (!Files.exists(marker)) {
            throw new LocalFailure(
                    dir + " was not made by demo: name another folder with --data <folder>");
        }
        try {
            if (!Files.readString(marker).equals(PLAYED)) {
                throw new LocalFailure(
                        "the story in "
                                + dir
                                + " was broken off: remove the folder, or name another with"
                                + " --data <folder>");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private static Stage stage(LocalRun run) {
        return new Stage(
                run.ports().frontDoorAddress(),
                PortPlan.SERVICES.stream().map(run.ports()::address).toList(),
                DataFolder.tokens(run.data().dir()).read());
    }
}
