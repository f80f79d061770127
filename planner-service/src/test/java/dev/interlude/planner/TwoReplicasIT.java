package dev.interlude.planner;

import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.Timers;
import dev.interlude.local.LocalToken;
import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All that a window and a series do by themselves, while the clock goes forward in steps and
 * several fire whatever is due, as the replicas of a deployment do: each of it happens once.
 */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class TwoReplicasIT {

    private static final String WINDOWS = "/api/v1/windows";
    private static final String TEAM = "buoy";
    private static final int FIRING = 4;

    private final Rest ana = Rest.as(member("ana", "planner", "operator"));
    private final Rest ben = Rest.as(member("ben", "operator"));

    @Inject Log log;
    @Inject Pool pool;
    @Inject Timers timers;

    private static String member(String person, String... roles) {
        var groups = new java.util.ArrayList<>(List.of(roles));
        groups.add("team:" + TEAM);
        return Tokens.signed(LocalToken.person(person).in(groups.toArray(String[]::new)));
    }

    private Instant now() {
        return log.now().await().atMost(Patience.MOST).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Map<String, Object> plan(Instant start) {
        var body = new HashMap<String, Object>();
        body.put("title", "Lift the buoy");
        body.put("publicText", "No light.");
        body.put("zone", "UTC");
        body.put("start", start.toString());
        body.put("end", start.plus(Duration.ofHours(2)).toString());
        body.put("team", TEAM);
        body.put("components", List.of(Map.of("id", "buoy", "impact", "OUTAGE")));
        return body;
    }

    private String planned(Map<String, Object> body) {
        return ana.send(body, WINDOWS).statusCode(201).extract().path("id");
    }

    @Test
    void everything_that_happens_by_itself_happens_once() {
        Rest.as(Tokens.root()).send(Map.of("id", "buoy", "name", "Buoy"), "/api/v1/components");
        Instant start = now().plus(Duration.ofHours(80));

        // announced, and nobody comes
        List<String> late =
                IntStream.range(0, 6).mapToObj(i -> planned(plan(start.plusSeconds(i)))).toList();
        late.forEach(id -> ana.post(WINDOWS + "/" + id + "/announcement").statusCode(200));

        // at work all the while, under broken glass, and nobody says a word
        var emergency = plan(now().minus(Duration.ofMinutes(1)));
        emergency.put("kind", "EMERGENCY");
        emergency.put("upTo", "InProgress");
        emergency.put("crew", Map.of("driver", "ana", "buddy", "ben"));
        String silent = planned(emergency);
        ben.post(WINDOWS + "/" + silent + "/crew/acceptance").statusCode(200);
        ana.send(
                        Map.of("gates", List.of("verify"), "reason", "Alone"),
                        WINDOWS + "/" + silent + "/break-glass")
                .statusCode(200);

        // a series, of which four come into sight in the time that passes
        var series = new HashMap<>(plan(start));
        series.keySet().removeAll(List.of("start", "end"));
        series.put("rule", "FREQ=DAILY;COUNT=4");
        series.put(
                "localStart",
                LocalDateTime.ofInstant(start.plus(Duration.ofDays(1)), ZoneOffset.UTC)
                        .withSecond(0)
                        .withNano(0)
                        .toString());
        series.put("duration", "PT1H");
        series.put("openBefore", "P2D");
        String weekly = ana.send(series, "/api/v1/series").statusCode(201).extract().path("id");

        // up to behind the end of the late ones, and the third working day
        Stream.of(
                        Stream.of(
                                now().plus(Duration.ofMinutes(35)),
                                now().plus(Duration.ofHours(3))),
                        Stream.of(Duration.ofHours(-24), Duration.ofHours(-1), Duration.ofHours(0))
                                .map(start.plusSeconds(30)::plus),
                        IntStream.rangeClosed(1, 12)
                                .mapToObj(i -> start.plus(Duration.ofHours(6L * i))))
                .flatMap(some -> some)
                .forEach(this::step);

        for (String id : late) {
            assertThat(names("window-" + id))
                    .as(id)
                    .containsExactly(
                            "WindowPlanned",
                            "WindowAnnounced",
                            "ReminderDue",
                            "ReminderDue",
                            "StartDelayed",
                            "WindowOverran");
        }
        assertThat(names("window-" + silent))
                .containsOnlyOnce(
                        "UpdateDue", "WindowOverran", "GlassBroken", "CountersignatureOverdue");
        assertThat(names("series-" + weekly))
                .containsExactly(
                        "SeriesPlanned",
                        "OccurrenceOpened",
                        "OccurrenceOpened",
                        "OccurrenceOpened",
                        "OccurrenceOpened");
        for (LogEvent opened : events("series-" + weekly).subList(1, 5)) {
            String window = opened.read(Opened.class).windowId();
            await().untilAsserted(() ->
                    assertThat(names("window-" + window)).containsOnlyOnce("WindowPlanned"));
        }
    }

    record Opened(String windowId) {}

    /** The clock goes on, and then all of them look at once what is due. */
    private void step(Instant to) {
        pool.query(
                        "update clock set ahead = ahead + interval '"
                                + Duration.between(now(), to).toSeconds()
                                + " seconds'")
                .execute()
                .await()
                .indefinitely();
        CompletableFuture.allOf(
                        IntStream.range(0, FIRING)
                                .mapToObj(i ->
                                        CompletableFuture.runAsync(() ->
                                                timers.fireAll().await().atMost(Patience.MOST)))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    private List<LogEvent> events(String stream) {
        return log.stream("planner", stream, 0, 1_000).await().atMost(Patience.MOST);
    }

    private List<String> names(String stream) {
        return events(stream).stream().map(LogEvent::name).toList();
    }
}
