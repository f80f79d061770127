package dev.interlude.systemtests;

import dev.interlude.story.Act;
import dev.interlude.story.Player;
import dev.interlude.story.Scene;
import dev.interlude.story.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story, while each service is killed by -9 at an act of its own and started again. */
class StoryUnderKillsIT {

    /** Killed when the act's command has just been answered, before anybody looked. */
    private static final Map<String, String> AFTER =
            Map.of("announce", "planner", "extend", "notifier", "complete", "postmortem");

    /** Killed just before the act's command is sent. */
    private static final Map<String, String> BEFORE = Map.of("cut-over-done", "checklist");

    @TempDir Path folder;

    @Test
    void it_ends_as_it_would_have_ended() {
        try (Night night = Night.in(folder);
                var kills = new Kills(night);
                var pages = new RunPages(night)) {
            Variables variables = night.player(kills, pages).play();
            Outcome.assertSame(night, variables);
            pages.assertNothingMissing(variables.get("window"));
        }
    }

    private record Kills(Night night, List<CompletableFuture<Void>> restarts)
            implements Player.Audience, AutoCloseable {

        Kills(Night night) {
            this(night, new ArrayList<>());
        }

        @Override
        public void before(Act act, Scene scene) {
            kill(BEFORE.get(act.act()));
        }

        @Override
        public void after(Act act, Scene scene) {
            kill(AFTER.get(act.act()));
        }

        @Override
        public void close() {
            restarts.forEach(CompletableFuture::join);
        }

        private void kill(String service) {
            if (service != null) {
                System.out.println("           kill -9 " + service);
                night.run().killService(service);
                restarts.add(CompletableFuture.runAsync(() -> night.run().startService(service)));
            }
        }
    }
}
