package dev.interlude.systemtests;

import dev.interlude.local.DataFolder;
import dev.interlude.local.House;
import dev.interlude.local.LocalRun;
import dev.interlude.local.PortPlan;
import dev.interlude.local.Ports;
import dev.interlude.local.Progress;
import dev.interlude.story.Player;
import dev.interlude.story.Stage;
import dev.interlude.story.Stagehand;
import dev.interlude.story.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The whole product, started as users start it, on free ports and an empty data folder, with
 * somebody who listens to the public stream and a dashboard on the topics.
 */
final class Night implements AutoCloseable {

    private final Story story = Story.rabbitmq();
    private final LocalRun run;
    private final Stage stage;
    private final PublicListener listener;
    private final World world;
    private TopicReader topics;

    private Night(Path folder) throws IOException {
        run =
                new LocalRun(
                        House.here(),
                        DataFolder.take(folder),
                        freePorts(),
                        new Progress(System.out));
        run.start();
        run.startRunner(Story.scripts(run.ports().frontDoorAddress()));
        stage =
                new Stage(
                        run.ports().frontDoorAddress(),
                        PortPlan.SERVICES.stream().map(run.ports()::address).toList(),
                        Stage.tokens(run.data().dir()));
        listener = new PublicListener(stage.frontDoor());
        topics = new TopicReader("localhost:" + run.ports().broker());
        world = new World(stage.frontDoor(), stage.tokens().get("otto"), listener, this::records);
    }

    static Night in(Path folder) {
        try {
            return new Night(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalRun run() {
        return run;
    }

    Stage stage() {
        return stage;
    }

    World world() {
        return world;
    }

    PublicListener listener() {
        return listener;
    }

    /** What lies on the topics by now; null while there is no broker. */
    List<PublishedRecord> records() {
        return topics == null ? null : topics.all();
    }

    void stopBroker() {
        topics.close();
        topics = null;
        run.stopBroker();
    }

    void startBroker() {
        run.startBroker();
        topics = new TopicReader("localhost:" + run.ports().broker());
    }

    /** A player whose acts are told, disturbed and then looked at. */
    Player player(Player.Audience... disturbances) {
        List<Player.Audience> all = new ArrayList<>();
        all.add(new Stagehand(System.out, story.zone()));
        all.addAll(List.of(disturbances));
        all.add(world);
        return new Player(story, stage, new Audiences(all));
    }

    @Override
    public void close() {
        listener.close();
        if (topics != null) {
            topics.close();
        }
        run.close();
    }

    private static PortPlan freePorts() {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (IntStream.range(base, base + 8).allMatch(Ports::isFree)) {
                return PortPlan.from(base);
            }
        }
    }
}
