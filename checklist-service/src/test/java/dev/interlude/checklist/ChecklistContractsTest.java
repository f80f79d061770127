package dev.interlude.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.checklist.Night;
import dev.interlude.checklist.forecast.ForecastEvent.ForecastChanged;
import dev.interlude.checklist.heard.FromPlanner;
import dev.interlude.checklist.heard.FromPostmortem.LessonProposed;
import dev.interlude.checklist.heard.HeardByChecklist;
import dev.interlude.eventlog.LogJson;
import dev.interlude.testkit.Contracts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChecklistContractsTest {

    private static final String REFUSED = "dev.interlude.checklist.CommandRefused.v1";

    @Test
    void every_event_has_a_schema_and_an_example() {
        Contracts.assertDescribed(ChecklistEvents.CHECKLIST.types());
        Contracts.assertDescribed(ChecklistEvents.FORECAST.types());
        Contracts.assertDescribed(ChecklistEvents.TEMPLATE.types());
        Contracts.assertDescribed(List.of(REFUSED));
    }

    @Test
    void what_is_decided_is_valid_by_its_schema() {
        List<ChecklistEvent> said = Night.eventful().said();
        assertThat(said)
                .allSatisfy(event ->
                        Contracts.validateShape(
                                ChecklistEvents.CHECKLIST.typeOf(event),
                                person(LogJson.write(event))));
        assertThat(said.stream().map(ChecklistEvents.CHECKLIST::typeOf).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ChecklistEvents.CHECKLIST.types());
    }

    @Test
    void a_forecast_is_valid_by_its_schema() {
        Instant three = Instant.parse("2026-03-07T03:00:00Z");
        var changed =
                new ForecastChanged(
                        "01980000-0000-7000-8000-00000000000a",
                        three,
                        three,
                        three,
                        Duration.ofSeconds(-61),
                        Duration.ofMinutes(5),
                        three,
                        4);
        Contracts.validateShape(ChecklistEvents.FORECAST.typeOf(changed), LogJson.write(changed));
    }

    @Test
    void what_was_recorded_can_be_read_again() {
        for (String type : ChecklistEvents.CHECKLIST.types()) {
            Class<? extends ChecklistEvent> as = ChecklistEvents.CHECKLIST.classOf(type);
            assertThat(as).isNotNull();
            Contracts.assertReads(type, as);
        }
    }

    @Test
    void what_the_planner_says_is_understood_today_and_tomorrow() {
        for (Map.Entry<String, Class<? extends FromPlanner>> heard :
                HeardByChecklist.records().entrySet()) {
            FromPlanner read = Contracts.assertReads(heard.getKey(), heard.getValue());
            assertThat(read.windowId()).isNotBlank();
            assertThat(read.news()).isNotNull();
        }
    }

    @Test
    void what_a_postmortem_says_is_understood_today_and_tomorrow() {
        LessonProposed read = Contracts.assertReads(LessonProposed.TYPE, LessonProposed.class);
        assertThat(read.windowId()).isNotBlank();
        assertThat(read.templateId()).isEqualTo("broker-migration");
        assertThat(read.text()).isNotBlank();
    }

    /** The night's people have short names; on the wire they are opaque ids. */
    private static byte[] person(byte[] json) {
        return new String(json, StandardCharsets.UTF_8)
                .replace("\"p-ana\"", "\"p-" + "a".repeat(26) + "\"")
                .replace("\"p-ben\"", "\"p-" + "b".repeat(26) + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
