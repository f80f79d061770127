package dev.interlude.planner;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.interlude.testkit.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That each of these rules can fail is shown beside the rules themselves. */
class ArchitectureTest {

    private static final JavaClasses PLANNER = ArchitectureRules.classesOf("planner");

    static Stream<ArchRule> rules() {
        return Stream.of(
                ArchitectureRules.pure(
                        "dev.interlude.planner.window..", "dev.interlude.planner.component.."),
                ArchitectureRules.decidersHaveNoFields(),
                ArchitectureRules.otherServicesAreNotImported("planner"),
                ArchitectureRules.rowsAreReachedThroughDbAlone(),
                ArchitectureRules.nobodyLeavesTheEventLoop(),
                ArchitectureRules.everyEndpointSaysWhoMayCallIt());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_planner_keeps_the_rule(ArchRule rule) {
        rule.check(PLANNER);
    }
}
