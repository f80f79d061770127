package dev.interlude.story;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes each act as it is played, one line, for who watches. */
public final class Stagehand implements Player.Audience {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private final PrintStream out;
    private final ZoneId zone;

    public Stagehand(PrintStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    @Override
    public void before(Act act, Scene scene) {
        String who = act.who() == null ? "" : act.who().replaceFirst("_\\d$", "");
        out.printf("  %s  %-5s  %s%n", TIME.format(scene.at().atZone(zone)), who, act.tell());
    }
}
