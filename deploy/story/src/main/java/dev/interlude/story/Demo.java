package dev.interlude.story;

import java.io.PrintStream;
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
        out.print(next(known));
    }

    private String next(Variables known) {
        return """
        Status page   %1$s
        Feed          %1$sfeed.atom
        Calendar      %1$scalendar.ics

        Try next, in another shell:

          . %2$s

          # the timeline, as an auditor reads it; and as it was known at 03:06
          curl -s "%1$sapi/v1/timelines/%3$s" -H "Authorization: Bearer $OTTO" -H 'Accept: text/markdown'
          curl -s "%1$sapi/v1/timelines/%3$s?asOf=%4$s" -H "Authorization: Bearer $OTTO" -H 'Accept: text/markdown'

          # what the public is told, as it is told (Ctrl-C ends it)
          curl -sN "%1$sstream"

          # tell it something
          curl -s "%1$sapi/v1/windows/%3$s/updates" -H "Authorization: Bearer $CARLA" \\
            -H 'Content-Type: application/json' -d '{"publicText": "Half of the backlog has moved."}'

          # two hours later the end has passed: overrun, since the clock completes nothing
          ./interlude time +2h%5$s
        """
                .formatted(
                        stage.frontDoor().resolve("/"),
                        data.resolve("tokens.env"),
                        known.get("number"),
                        known.fill("${Sat 03:06}"),
                        where());
    }

    /** The option that names the folder, unless it is the usual one of this working directory. */
    private String where() {
        return data.equals(Path.of("data").toAbsolutePath()) ? "" : " --data " + data;
    }
}
