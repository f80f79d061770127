package dev.interlude.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import dev.interlude.eventlog.decider.Decider;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.util.ArrayList;
import java.util.List;

/** What holds in every service, as rules on its classes. */
public final class ArchitectureRules {

    private static final List<String> SERVICES =
            List.of("planner", "checklist", "notifier", "postmortem");

    /** What a statement is given and what it answers; they open no way to the database. */
    private static final List<String> VALUES =
            List.of(
                    "io.vertx.mutiny.sqlclient.Tuple",
                    "io.vertx.mutiny.sqlclient.Row",
                    "io.vertx.mutiny.sqlclient.RowSet");

    private ArchitectureRules() {}

    /** The classes of a service, tests left out. */
    public static JavaClasses classesOf(String service) {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("dev.interlude." + service);
    }

    /** Cores know the language, each other and the types of deciders. */
    public static ArchRule pure(String... cores) {
        List<String> known =
                new ArrayList<>(
                        List.of("java..", "org.jspecify..", "dev.interlude.eventlog.decider.."));
        known.addAll(List.of(cores));
        return classes()
                .that()
                .resideInAnyPackage(cores)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known.toArray(String[]::new)));
    }

    /** Deciders hold nothing: what they need comes in the command. */
    public static ArchRule decidersHaveNoFields() {
        return fields().that()
                .areDeclaredInClassesThat()
                .implement(Decider.class)
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .allowEmptyShould(true);
    }

    /** Services meet in events and over HTTP, never in code. */
    public static ArchRule otherServicesAreNotImported(String service) {
        String[] others =
                SERVICES.stream()
                        .filter(other -> !other.equals(service))
                        .map(other -> "dev.interlude." + other + "..")
                        .toArray(String[]::new);
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(others);
    }

    /** {@code Db} is the only door to rows. */
    public static ArchRule rowsAreReachedThroughDbAlone() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.hibernate.reactive.mutiny.Mutiny$SessionFactory")
                .orShould()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "io.vertx.mutiny.sqlclient..",
                                        "io.vertx.sqlclient..",
                                        "java.sql..")
                                .and(DescribedPredicate.not(namedAnyOf(VALUES))));
    }

    private static DescribedPredicate<JavaClass> namedAnyOf(List<String> names) {
        return DescribedPredicate.describe(
                "are values of a query", type -> names.contains(type.getFullName()));
    }

    /** Sessions belong to one event loop: nobody changes threads or waits on one. */
    public static ArchRule nobodyLeavesTheEventLoop() {
        return noClasses()
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "another thread or a wait",
                                call ->
                                        call.getTargetOwner().isAssignableTo(Uni.class)
                                                && List.of("emitOn", "runSubscriptionOn", "await")
                                                        .contains(call.getName())));
    }

    /** Every endpoint says who may call it, at the method itself. */
    public static ArchRule everyEndpointSaysWhoMayCallIt() {
        return methods()
                .that(DescribedPredicate.describe("are endpoints", ArchitectureRules::isEndpoint))
                .should(
                        ArchConditions.beAnnotatedWith(Authenticated.class)
                                .or(ArchConditions.beAnnotatedWith(RolesAllowed.class))
                                .or(ArchConditions.beAnnotatedWith(PermitAll.class)));
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
    }
}
