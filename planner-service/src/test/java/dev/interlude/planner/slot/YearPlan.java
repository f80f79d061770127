package dev.interlude.planner.slot;

import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.recurrence.WallClock;
import dev.interlude.planner.window.Impact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A year of windows that was checked by hand: {@code plan/year.csv}. */
final class YearPlan {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private YearPlan() {}

    static Neighbours catalogue() {
        return new Neighbours(
                List.of(
                        component("builds", List.of("api"), null),
                        component("api", List.of("queue"), null),
                        component("queue", List.of(), null),
                        component("shop", List.of("db-a"), null),
                        component("db-a", List.of(), List.of("db-b")),
                        component("db-b", List.of(), null),
                        component("mail", List.of(), null),
                        component("wiki", List.of(), null)));
    }

    private static Listed component(
            String id, List<String> needs, @Nullable List<String> backedBy) {
        return new Listed(id, id, null, needs, null, backedBy, null);
    }

    static List<Booked> windows() {
        return lines("year.csv").stream().map(YearPlan::window).toList();
    }

    private static Booked window(String line) {
        String[] cell = line.split(",", -1);
        Instant start = WallClock.first(LocalDateTime.parse(cell[1]), BERLIN);
        return new Booked(
                cell[0],
                "M-" + cell[0],
                "Window " + cell[0],
                "platform",
                new Period(start, start.plus(Duration.ofHours(Long.parseLong(cell[2])))),
                Map.of(cell[3], Impact.valueOf(cell[4])),
                cell[5],
                List.of(cell[6]));
    }

    /** Without the heading. */
    static List<String> lines(String file) {
        try (InputStream in = YearPlan.class.getResourceAsStream("/plan/" + file)) {
            if (in == null) {
                throw new AssertionError("there is no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
