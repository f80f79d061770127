package dev.interlude.checklist;

import static dev.interlude.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Patience;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Both look at the run, and both see what happens when it happens. */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class LiveIT {

    private static final int STEPS = 10;
    private static final String FROM_THE_BEGINNING = "1-0";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration IN_THE_END = Patience.MOST;

    private static Window started() {
        var text = new StringBuilder("# Live\n## Carry out\n");
        for (int i = 0; i < STEPS; i++) {
            text.append("- [ ] S {#s").append(i).append(" 1m after: no-rollback:none}\n");
        }
        return new Window().drafted(text.toString()).announced().started();
    }

    private static String lastEvent(Window window, String token, String path) {
        return Objects.requireNonNull(
                window.act(token, path).then().statusCode(200).extract().header("Interlude-Event"));
    }

    @Test
    void both_see_each_change_within_a_second() {
        Window window = started();
        try (var ana = new Listener(window, Tokens.ana(), FROM_THE_BEGINNING);
                var ben = new Listener(window, Tokens.ben(), FROM_THE_BEGINNING)) {
            List<Duration> took = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                took.add(bothSee(ana, ben, window, Tokens.ana(), "s" + i + "/completion"));
                took.add(bothSee(ana, ben, window, Tokens.ben(), "s" + i + "/confirmation"));
            }
            // a machine that pauses for a moment may delay one or two, whatever is told by it
            assertThat(took.stream().filter(one -> one.compareTo(AT_ONCE) <= 0))
                    .as("%s", took)
                    .hasSizeGreaterThanOrEqualTo(2 * STEPS - 2);
            // what time alone does is told as well, without being kept
            await().until(() -> !ana.forecasts().isEmpty());
            assertThat(ana.forecasts().getFirst()).contains("\"p50\"", "\"announcedEnd\"");
        }
    }

    /** How long after the answer both had been told. */
    private static Duration bothSee(
            Listener ana, Listener ben, Window window, String token, String path) {
        String event = lastEvent(window, token, path);
        long answered = System.nanoTime();
        await().pollInterval(Duration.ofMillis(10))
                .atMost(IN_THE_END)
                .until(() -> ana.ids().contains(event) && ben.ids().contains(event));
        return Duration.ofNanos(System.nanoTime() - answered);
    }

    @Test
    void after_a_reload_nothing_is_missing_and_nothing_comes_twice() {
        Window window = started();
        List<String> before;
        String last;
        try (var ana = new Listener(window, Tokens.ana(), FROM_THE_BEGINNING)) {
            String event = lastEvent(window, Tokens.ana(), "s0/completion");
            await().until(() -> ana.ids().contains(event));
            before = ana.ids();
            last = ana.lastId();
        }
        window.act(Tokens.ben(), "s0/confirmation").then().statusCode(200);
        String missed = lastEvent(window, Tokens.ana(), "s1/completion");
        try (var again = new Listener(window, Tokens.ana(), last)) {
            String live = lastEvent(window, Tokens.ben(), "s1/confirmation");
            await().until(() -> again.ids().containsAll(List.of(missed, live)));
            assertThat(again.ids()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void who_may_not_look_is_told_nothing() {
        Window window = started();
        window.get(Tokens.person("eve"), window.path("/stream")).then().statusCode(403);
    }
}
