package dev.interlude.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/windows, planner",
        "/api/v1/windows/M-1/extensions, planner",
        "/api/v1/calendar.ics, planner",
        "/api/v1/calendar/now, planner",
        "/api/v1/me, planner",
        "/problems/gate-closed, planner",
        "/plan/windows, planner",
        "/login, planner",
        "/api/v1/checklists/1/steps/a/completion, checklist",
        "/run/1, checklist",
        "/, notifier",
        "/history, notifier",
        "/maintenance/1, notifier",
        "/feed.atom, notifier",
        "/calendar.ics, notifier",
        "/api/v2/scheduled-maintenances.json, notifier",
        "/stream, notifier",
        "/api/v1/notices, notifier",
        "/api/v1/timelines/M-1, postmortem",
        "/api/v1/events/stream, postmortem",
        "/review/1, postmortem",
        "/api/openapi/checklist, checklist",
    })
    void each_path_has_its_service(String path, String service) {
        assertThat(Routes.of(path)).extracting(Routes.Target::service).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/clock",
                "/api/v1/published",
                "/api/v1/windowsill",
                "/q/metrics",
                "/api/openapi/other",
                "/api/openapi/planner/x"
            })
    void what_is_nobodys_or_inside_leads_nowhere(String path) {
        assertThat(Routes.of(path)).isNull();
    }
}
