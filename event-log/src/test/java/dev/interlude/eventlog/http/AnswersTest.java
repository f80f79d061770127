package dev.interlude.eventlog.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlude.eventlog.Handled;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Uni<Response> BROKEN =
            Uni.createFrom()
                    .failure(() -> Problem.of(503, "store-unavailable", "nothing was stored"));

    @Test
    void what_is_stored_is_never_said_to_be_not_stored() {
        Problem said = failure(Answers.afterwards(handled(false), BROKEN));
        assertThat(said.status()).isEqualTo(503);
        assertThat(said.code()).isEqualTo("outcome-unknown");
        assertThat(said.retryAfterSeconds()).isEqualTo(2);
    }

    @Test
    void of_a_dry_run_nothing_is_stored() {
        assertThat(failure(Answers.afterwards(handled(true), BROKEN)).code())
                .isEqualTo("store-unavailable");
    }

    @Test
    void an_answer_that_can_be_made_is_the_answer() {
        Response answer = Response.noContent().build();
        assertThat(
                        Answers.afterwards(handled(false), Uni.createFrom().item(answer))
                                .await()
                                .atMost(Duration.ofSeconds(5)))
                .isSameAs(answer);
    }

    private static Handled<String, String> handled(boolean dryRun) {
        return new Handled<>("state", List.of(), 1, 1, 200, dryRun);
    }

    private static Problem failure(Uni<Response> answer) {
        return catchThrowableOfType(
                Problem.class, () -> answer.await().atMost(Duration.ofSeconds(5)));
    }
}
