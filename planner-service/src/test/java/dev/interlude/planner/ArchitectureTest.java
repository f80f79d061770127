package dev.interlude.planner;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

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
                calendarCoresArePure(),
                ArchitectureRules.decidersHaveNoFields(),
                ArchitectureRules.otherServicesAreNotImported("planner"),
                ArchitectureRules.rowsAreReachedThroughDbAlone(),
                ArchitectureRules.nobodyLeavesTheEventLoop(),
                ArchitectureRules.everyEndpointSaysWhoMayCallIt());
    }

    /** Those that count in days and zones know the library of recurrence rules besides. */
    private static ArchRule calendarCoresArePure() {
        String[] cores = {
            "dev.interlude.planner.policy..",
            "dev.interlude.planner.freeze..",
            "dev.interlude.planner.recurrence..",
            "dev.interlude.planner.series..",
            "dev.interlude.planner.token..",
            "dev.interlude.planner.slot.."
        };
        String[] known = {
            "java..",
            "org.jspecify..",
            "org.dmfs.rfc5545..",
            "dev.interlude.eventlog.decider..",
            "dev.interlude.planner.window..",
            "dev.interlude.planner.component.."
        };
        return classes()
                .that()
                .resideInAnyPackage(cores)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                Stream.of(cores, known)
                                        .flatMap(Stream::of)
                                        .toArray(String[]::new)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_planner_keeps_the_rule(ArchRule rule) {
        rule.check(PLANNER);
    }
}
