package dev.interlude.notifier.view.statuspage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.LogJson;
import dev.interlude.notifier.Sample;
import dev.interlude.notifier.TestSite;
import dev.interlude.notifier.view.answer.Rendered;
import dev.interlude.notifier.view.board.Editions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class StatuspageTest {

    private final StatuspageAnswers answers = new StatuspageAnswers(new TestSite());

    private static Sample running() {
        return new Sample().planned().announced().started();
    }

    private static JsonNode tree(Rendered rendered) {
        try {
            return LogJson.mapper().readTree(rendered.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode only(Sample sample) {
        JsonNode all = tree(answers.all(Editions.of(sample))).path("scheduled_maintenances");
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String status(Sample sample) {
        return only(sample).path("status").asText();
    }

    @Test
    void states_have_the_names_that_statuspage_gives_them() {
        assertThat(status(new Sample().planned().announced())).isEqualTo("scheduled");
        assertThat(status(running())).isEqualTo("in_progress");
        assertThat(status(running().verifying())).isEqualTo("verifying");
        assertThat(status(running().completed())).isEqualTo("completed");
        assertThat(status(new Sample().planned().announced().cancelled())).isEqualTo("completed");
    }

    @Test
    void an_extension_is_a_new_scheduled_until_and_an_update_with_both_ends() {
        JsonNode window = only(running().extended());
        assertThat(window.path("scheduled_for").asText()).isEqualTo("2026-11-28T01:00:00Z");
        assertThat(window.path("scheduled_until").asText()).isEqualTo("2026-11-28T04:00:00Z");
        assertThat(window.path("incident_updates").get(0).path("body").asText())
                .contains("Sat 28 Nov, 05:00 CET")
                .contains("Sat 28 Nov, 04:00 CET");
    }

    @Test
    void members_without_a_value_are_null_and_not_absent() {
        JsonNode window = only(running());
        assertThat(window.has("resolved_at")).isTrue();
        assertThat(window.path("resolved_at").isNull()).isTrue();
        assertThat(window.path("impact").asText()).isEqualTo("maintenance");
        assertThat(window.path("started_at").asText()).isEqualTo("2026-11-28T01:02:00Z");
        assertThat(only(Sample.night()).path("resolved_at").asText())
                .isEqualTo("2026-11-28T03:41:00Z");
    }

    @Test
    void a_running_window_puts_its_components_under_maintenance() {
        JsonNode summary = tree(answers.summary(Editions.of(running().apiIsBack())));
        assertThat(summary.path("status").path("indicator").asText()).isEqualTo("maintenance");
        assertThat(summary.path("components").findValuesAsText("status"))
                .containsExactly("operational", "under_maintenance");
        assertThat(summary.path("scheduled_maintenances")).hasSize(1);
        assertThat(summary.path("incidents")).isEmpty();
    }

    @Test
    void an_update_says_what_became_of_each_component() {
        JsonNode update = only(running()).path("incident_updates").get(0);
        assertThat(update.path("affected_components").get(0).path("old_status").asText())
                .isEqualTo("operational");
        assertThat(update.path("affected_components").get(0).path("new_status").asText())
                .isEqualTo("major_outage");
    }

    @Test
    void upcoming_and_active_are_lists_of_their_own() {
        var announced = Editions.of(new Sample().planned().announced());
        assertThat(tree(answers.upcoming(announced)).path("scheduled_maintenances")).hasSize(1);
        assertThat(tree(answers.active(announced)).path("scheduled_maintenances")).isEmpty();
        assertThat(tree(answers.active(Editions.of(running()))).path("scheduled_maintenances"))
                .hasSize(1);
    }

    @Test
    void where_nothing_runs_nothing_is_claimed_but_that() {
        JsonNode status = tree(answers.status(Editions.of())).path("status");
        assertThat(status.path("indicator").asText()).isEqualTo("none");
        assertThat(status.path("description").asText()).isEqualTo("No Maintenance Under Way");
        assertThat(tree(answers.incidents(Editions.of())).path("incidents")).isEmpty();
        assertThat(tree(answers.components(Editions.of())).path("components")).isEmpty();
    }

    @Test
    void nothing_internal_is_in_it() {
        var board = Editions.of(Sample.night());
        assertThat(new String(answers.all(board).bytes(), UTF_8)).doesNotContain(Sample.CANARY);
        assertThat(new String(answers.summary(board).bytes(), UTF_8)).doesNotContain(Sample.CANARY);
    }
}
