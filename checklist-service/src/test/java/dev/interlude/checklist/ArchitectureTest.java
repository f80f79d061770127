package dev.interlude.checklist;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String OWN = "dev.interlude.checklist..";
    private static final String CHECKLIST = "dev.interlude.checklist.checklist..";
    private static final String FORECAST = "dev.interlude.checklist.forecast..";

    private static ArchRule pure(String where) {
        return classes()
                .that()
                .resideInAPackage(where)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "dev.interlude.eventlog.decider..",
                                CHECKLIST,
                                FORECAST));
    }

    private static ArchRule apart(String from, String... to) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to);
    }

    @Test
    void the_core_is_pure() {
        check(pure(CHECKLIST));
        check(pure(FORECAST));
    }

    @Test
    void the_rule_of_purity_can_fail() {
        assertThatThrownBy(() -> check(pure("dev.interlude.checklist.markdown..")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void the_forecast_knows_no_checklist() {
        check(apart(FORECAST, CHECKLIST));
    }

    @Test
    void other_services_are_not_imported() {
        check(
                apart(
                        OWN,
                        "dev.interlude.planner..",
                        "dev.interlude.notifier..",
                        "dev.interlude.postmortem.."));
    }

    @Test
    void the_rule_of_imports_can_fail() {
        assertThatThrownBy(() -> check(apart(OWN, "dev.interlude.eventlog..")))
                .isInstanceOf(AssertionError.class);
    }

    private static void check(ArchRule rule) {
        rule.check(
                new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("dev.interlude.checklist"));
    }
}
