package dev.interlude.postmortem;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String OWN = "dev.interlude.postmortem..";

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
                                "dev.interlude.postmortem.postmortem.."));
    }

    private static ArchRule foreign(String... where) {
        return noClasses()
                .that()
                .resideInAPackage(OWN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(where);
    }

    @Test
    void the_core_is_pure() {
        check(pure("dev.interlude.postmortem.postmortem.."));
    }

    @Test
    void the_rule_of_purity_can_fail() {
        assertThatThrownBy(() -> check(pure("dev.interlude.postmortem.view..")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void other_services_are_not_imported() {
        check(
                foreign(
                        "dev.interlude.planner..",
                        "dev.interlude.checklist..",
                        "dev.interlude.notifier.."));
    }

    @Test
    void the_rule_of_imports_can_fail() {
        assertThatThrownBy(() -> check(foreign("dev.interlude.eventlog..")))
                .isInstanceOf(AssertionError.class);
    }

    private static void check(ArchRule rule) {
        rule.check(
                new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("dev.interlude.postmortem"));
    }
}
