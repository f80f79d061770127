package dev.interlude.notifier.heard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.testkit.Contracts;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerEventTest {

    static Stream<String> types() {
        return PlannerEvent.TYPES.types().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void reads_the_planners_example_of_today_and_of_tomorrow(String type) {
        var record = Objects.requireNonNull(PlannerEvent.TYPES.classOf(type));
        assertThat(Contracts.assertReads(type, record)).isNotNull();
    }
}
