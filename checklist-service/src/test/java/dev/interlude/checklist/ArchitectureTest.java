package dev.interlude.checklist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.interlude.testkit.ArchitectureRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That each of the shared rules can fail is shown beside the rules themselves. */
class ArchitectureTest {

    private static final JavaClasses CHECKLIST = ArchitectureRules.classesOf("checklist");
    private static final String CORE = "dev.interlude.checklist.checklist..";
    private static final String TEMPLATE = "dev.interlude.checklist.template..";
    private static final String RUNNER = "dev.interlude.checklist.runner..";
    private static final String FORECAST = "dev.interlude.checklist.forecast..";

    static Stream<ArchRule> rules() {
        return Stream.of(
                ArchitectureRules.pure(CORE, FORECAST, TEMPLATE, RUNNER),
                ArchitectureRules.decidersHaveNoFields(),
                ArchitectureRules.otherServicesAreNotImported("checklist"),
                ArchitectureRules.rowsAreReachedThroughDbAlone(),
                ArchitectureRules.nobodyLeavesTheEventLoop(),
                ArchitectureRules.everyEndpointSaysWhoMayCallIt());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_checklist_keeps_the_rule(ArchRule rule) {
        rule.check(CHECKLIST);
    }

    private static ArchRule apart(String from, String to) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(to);
    }

    @Test
    void the_forecast_knows_no_checklist() {
        apart(FORECAST, CORE).check(CHECKLIST);
    }

    @Test
    void the_rule_of_the_forecast_can_fail() {
        assertThatThrownBy(() -> apart(CORE, FORECAST).check(CHECKLIST))
                .isInstanceOf(AssertionError.class);
    }
}
