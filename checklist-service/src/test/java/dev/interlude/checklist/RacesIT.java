package dev.interlude.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Infra;
import dev.interlude.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Two people act on one step in the same moment, over HTTP: one wins. 30 races for each rule;
 * {@code -Draces=1000} for more.
 */
@QuarkusTest
@QuarkusTestResource(Infra.class)
class RacesIT {

    private static final int RACES = Integer.getInteger("races", 30);
    private static final int STEPS = 30;
    // signed once: a race is about steps, and not about keys
    private static final String ANA = Tokens.ana();
    private static final String BEN = Tokens.ben();
    private static final String CARLA = Tokens.carla();

    /** What leads to the race on a step, and the two acts that race. */
    private interface Race {
        void prepare(Window window, String step);

        Response one(Window window, String step);

        Response other(Window window, String step);
    }

    private static Window windowOfManySteps() {
        var text = new StringBuilder("# Many\n## Prepare\n");
        for (int i = 0; i < STEPS; i++) {
            text.append("- [ ] S {#s").append(i).append(" 1m after:}\n");
        }
        return new Window().announced().drafted(text.toString());
    }

    private static void oneWins(Race race, String event, String orElse) throws Exception {
        int raced = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int done = 0; done < RACES; done += STEPS) {
                Window window = windowOfManySteps();
                int most = Math.min(STEPS, RACES - done);
                for (int i = 0; i < most; i++) {
                    String step = "s" + i;
                    race.prepare(window, step);
                    var together = new CyclicBarrier(2);
                    List<Callable<Integer>> both =
                            List.of(
                                    () -> {
                                        together.await();
                                        return race.one(window, step).statusCode();
                                    },
                                    () -> {
                                        together.await();
                                        return race.other(window, step).statusCode();
                                    });
                    List<Integer> statuses = new ArrayList<>();
                    for (var answer : threads.invokeAll(both)) {
                        statuses.add(answer.get());
                    }
                    assertThat(statuses).as(step).containsExactlyInAnyOrder(200, 409);
                }
                raced += most;
                long told =
                        Published.in("checklist-" + window.id).stream()
                                .filter(e -> e.type().contains(event) || e.type().contains(orElse))
                                .count();
                assertThat(told).isEqualTo(most);
            }
        }
        System.out.printf("%d races of%s and%s, one winner each%n", raced, event, orElse);
    }

    @Test
    void of_two_who_start_a_step_one_does() throws Exception {
        oneWins(
                new Race() {
                    @Override
                    public void prepare(Window window, String step) {
                        // nothing leads to a start
                    }

                    @Override
                    public Response one(Window window, String step) {
                        return window.act(ANA, step + "/start");
                    }

                    @Override
                    public Response other(Window window, String step) {
                        return window.act(BEN, step + "/start");
                    }
                },
                ".StepStarted.",
                ".StepStarted.");
    }

    @Test
    void a_step_is_confirmed_or_rejected() throws Exception {
        oneWins(
                new Race() {
                    @Override
                    public void prepare(Window window, String step) {
                        window.act(ANA, step + "/completion").then().statusCode(200);
                    }

                    @Override
                    public Response one(Window window, String step) {
                        return window.act(BEN, step + "/confirmation");
                    }

                    @Override
                    public Response other(Window window, String step) {
                        return window.act(CARLA, step + "/rejection", Map.of("reason", "no"));
                    }
                },
                ".StepConfirmed.",
                ".StepRejected.");
    }

    @Test
    void a_step_is_left_out_or_done() throws Exception {
        oneWins(
                new Race() {
                    @Override
                    public void prepare(Window window, String step) {
                        window.act(ANA, step + "/skip", Map.of("reason", "done before"))
                                .then()
                                .statusCode(200);
                    }

                    @Override
                    public Response one(Window window, String step) {
                        return window.act(BEN, step + "/skip/confirmation");
                    }

                    @Override
                    public Response other(Window window, String step) {
                        return window.act(ANA, step + "/completion");
                    }
                },
                ".StepSkipped.",
                ".StepCompleted.");
    }

    @Test
    void a_running_step_fails_or_is_done() throws Exception {
        oneWins(
                new Race() {
                    @Override
                    public void prepare(Window window, String step) {
                        window.act(ANA, step + "/start").then().statusCode(200);
                    }

                    @Override
                    public Response one(Window window, String step) {
                        return window.act(ANA, step + "/failure", Map.of());
                    }

                    @Override
                    public Response other(Window window, String step) {
                        return window.act(BEN, step + "/completion");
                    }
                },
                ".StepFailed.",
                ".StepCompleted.");
    }
}
