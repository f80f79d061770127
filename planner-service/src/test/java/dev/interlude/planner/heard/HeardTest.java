package dev.interlude.planner.heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.UnreadableEvent;
import dev.interlude.testkit.Contracts;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeardTest {

    @Test
    void what_the_checklist_says_of_its_readiness_is_read() {
        var readiness = Contracts.assertReads(ReadinessChanged.TYPE, ReadinessChanged.class);
        assertThat(readiness.windowId()).isNotBlank();
        assertThat(readiness.planHash()).isNotBlank();
        assertThat(readiness.open())
                .isNotEmpty()
                .allSatisfy(open -> assertThat(open.gate()).isNotBlank());
    }

    @Test
    void what_the_checklist_forecasts_is_read() {
        var forecast = Contracts.assertReads(ForecastChanged.TYPE, ForecastChanged.class);
        assertThat(forecast.p50()).isBeforeOrEqualTo(forecast.p90());
    }

    @Test
    void what_a_template_says_of_windows_is_read() {
        var template = Contracts.assertReads(TemplatePublished.TYPE, TemplatePublished.class);
        var part = java.util.Objects.requireNonNull(template.plan());
        assertThat(part.components()).isNotEmpty();
        assertThat(part.duration()).isPositive();
        assertThat(part.risk()).isNotNull();
    }

    @Test
    void what_says_nothing_is_not_read_as_something() {
        byte[] nothing = "{}".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> LogJson.read(nothing, ReadinessChanged.class))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> LogJson.read(nothing, ForecastChanged.class))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> LogJson.read(nothing, TemplatePublished.class))
                .isInstanceOf(UnreadableEvent.class);
    }
}
