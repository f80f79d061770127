package dev.interlude.story;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;

/**
 * Plays the story until the status page shows a running maintenance that was extended, and says
 * what to try next.
 */
public final class Demo {

    /** The act after which the page shows what a demo is for. */
    public static final String UNTIL = "extend";

    private final Stage stage;
    private final Path data;
    private final PrintStream out;

    /**
     * @param data the folder that holds {@code tokens.env}
     */
    public Demo(Stage stage, Path data, PrintStream out) {
        this.stage = stage;
        this.data = data;
        this.out = out;
    }

    /** Plays up to an act and including it; {@link #UNTIL} for the usual demo. */
    public void play(String until) {
        Story story = Story.rabbitmq();
        out.println();
        out.println(story.title() + " (times of " + story.zone() + ")");
        Variables known =
                new Player(story, stage, new Stagehand(out, story.zone())).playUntil(until);
        out.println();
        out.print(next(known.get("number")));
    }

    private String next(String number) {
        URI door = stage.frontDoor();
        return """
        Status page   %1$s
        Feed          %1$sfeed.atom
        Calendar      %1$scalendar.ics

        Try next, in another shell:
          . %2$s
          # the timeline, as an auditor reads it
          curl -s '%1$sapi/v1/timelines/%3$s?limit=200' -H "Authorization: Bearer $OTTO" -H 'Accept: text/markdown'
          # the same, as it was known a minute before the extension was announced: add &asOf=<instant>&by=recorded
          # tell the customers something
          curl -s '%1$sapi/v1/windows/%3$s/updates' -H "Authorization: Bearer $CARLA" -H 'Content-Type: application/json' -d '{"publicText":"The backlog is half way across."}'
          # watch what the public is told, as it is told
          curl -sN '%1$sstream'
          # let an hour pass: at 05:00 the maintenance is overrun, because the clock completes nothing
          ./interlude time +2h%4$s
        """
                .formatted(door.resolve("/"), data.resolve("tokens.env"), number, where());
    }

    /** The option that names the folder, unless it is the usual one of this working directory. */
    private String where() {
        return data.equals(Path.of("data").toAbsolutePath()) ? "" : " --data " + data;
    }
}
