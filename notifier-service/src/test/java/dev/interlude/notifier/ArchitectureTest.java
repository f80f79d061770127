package dev.interlude.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.interlude.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses OWN = ArchitectureRules.classesOf("notifier");

    private static final String[] CORES = {
        "dev.interlude.notifier.notice..", "dev.interlude.notifier.reach.."
    };

    /** What was heard may be internal; what is shown comes from notices alone. */
    private static ArchRule deafTo(String heard) {
        return noClasses()
                .that()
                .resideInAPackage("dev.interlude.notifier.view..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(heard);
    }

    @Test
    void cores_are_pure_and_deciders_hold_nothing() {
        ArchitectureRules.pure(CORES).check(OWN);
        ArchitectureRules.decidersHaveNoFields().check(OWN);
    }

    @Test
    void no_other_service_is_imported() {
        ArchitectureRules.otherServicesAreNotImported("notifier").check(OWN);
    }

    @Test
    void rows_are_reached_through_the_kit_alone() {
        ArchitectureRules.rowsAreReachedThroughDbAlone().check(OWN);
    }

    @Test
    void endpoints_stay_on_the_event_loop_and_say_who_may_call_them() {
        ArchitectureRules.nobodyLeavesTheEventLoop().check(OWN);
        ArchitectureRules.everyEndpointSaysWhoMayCallIt().check(OWN);
    }

    @Test
    void everything_public_is_rendered_from_notices_alone() {
        deafTo("dev.interlude.notifier.heard..").check(OWN);
    }

    @Test
    void each_rule_can_fail() {
        assertThatThrownBy(() -> ArchitectureRules.pure("dev.interlude.notifier.view..").check(OWN))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ArchitectureRules.otherServicesAreNotImported("other").check(OWN))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> deafTo("dev.interlude.notifier.notice..").check(OWN))
                .isInstanceOf(AssertionError.class);
    }
}
