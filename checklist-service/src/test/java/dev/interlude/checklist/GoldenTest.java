package dev.interlude.checklist;

import dev.interlude.checklist.checklist.ChecklistDecider;
import dev.interlude.checklist.forecast.ForecastDecider;
import dev.interlude.testkit.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs that released versions left are read and folded by this one. */
class GoldenTest {

    static Stream<String> versions() {
        return Golden.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_released_log_comes_to_the_states_that_it_came_to(String version) {
        Golden.of(version)
                .keepsItsContracts()
                .fold("checklist", new ChecklistDecider(), ChecklistEvents.CHECKLIST)
                .fold("forecast", new ForecastDecider(), ChecklistEvents.FORECAST)
                .notFolded("refusals")
                .comesToTheSameStates();
    }
}
