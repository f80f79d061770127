package dev.interlude.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

    private static final JavaClasses CROOKED =
            new ClassFileImporter().importPackages("dev.interlude.testkit.crooked");

    private static void fails(ArchRule rule, JavaClasses classes) {
        assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class);
    }

    @Test
    void each_rule_can_fail() {
        fails(ArchitectureRules.pure("dev.interlude.testkit.crooked.."), CROOKED);
        fails(ArchitectureRules.decidersHaveNoFields(), CROOKED);
        fails(ArchitectureRules.otherServicesAreNotImported("planner"), CROOKED);
        fails(ArchitectureRules.rowsAreReachedThroughDbAlone(), CROOKED);
        fails(ArchitectureRules.nobodyLeavesTheEventLoop(), CROOKED);
        fails(ArchitectureRules.everyEndpointSaysWhoMayCallIt(), CROOKED);
    }

    @Test
    void a_rule_that_matches_nothing_fails() {
        fails(ArchitectureRules.pure("dev.interlude.nowhere.."), CROOKED);
    }
}
