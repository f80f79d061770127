package dev.interlude.planner.freeze;

import static dev.interlude.testkit.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.freeze.FreezeCommand.DeclareFreeze;
import dev.interlude.planner.freeze.FreezeCommand.ImportFreeze;
import dev.interlude.planner.freeze.FreezeCommand.LiftFreeze;
import dev.interlude.planner.freeze.FreezeCommand.ReviseFreeze;
import dev.interlude.planner.freeze.FreezeEvent.FreezeDeclared;
import dev.interlude.planner.freeze.FreezeEvent.FreezeLifted;
import dev.interlude.planner.freeze.FreezeEvent.FreezeRevised;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreezeDeciderTest {

    private static final Act AS_ROOT =
            Acts.by(
                    Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaroot"),
                    Instant.parse("2026-03-01T10:00:00Z"),
                    "admin");
    private static final Set<String> KNOWN = Set.of("shop", "api");

    private static FreezeTerms once(String zone, @Nullable String start, @Nullable String end) {
        return new FreezeTerms(
                "Sale",
                null,
                zone,
                start == null ? null : Instant.parse(start),
                end == null ? null : Instant.parse(end),
                null,
                null,
                null,
                List.of("shop"),
                null);
    }

    private static FreezeTerms recurring(
            String zone, String rule, String localStart, @Nullable String duration) {
        return new FreezeTerms(
                "Weekend",
                null,
                zone,
                null,
                null,
                rule,
                LocalDateTime.parse(localStart),
                duration == null ? null : Duration.parse(duration),
                List.of(),
                null);
    }

    private static final FreezeTerms SALE =
            once("Europe/Berlin", "2026-11-27T15:00:00Z", "2026-11-30T07:00:00Z");

    private static DeclareFreeze declare(FreezeTerms terms) {
        return new DeclareFreeze(AS_ROOT, "sale", terms, KNOWN);
    }

    private static Period period(String start, String end) {
        return new Period(Instant.parse(start), Instant.parse(end));
    }

    @Test
    void a_freeze_is_declared_once() {
        given(new FreezeDecider()).when(declare(SALE)).then(new FreezeDeclared("sale", SALE));
        given(new FreezeDecider(), new FreezeDeclared("sale", SALE))
                .when(declare(SALE))
                .thenRejected("already-exists");
    }

    @Test
    void importing_it_again_changes_what_differs_and_nothing_else() {
        var other = once("Europe/Berlin", "2026-11-27T15:00:00Z", "2026-12-01T07:00:00Z");
        given(new FreezeDecider(), new FreezeDeclared("sale", SALE))
                .when(new ImportFreeze(AS_ROOT, "sale", SALE, KNOWN))
                .thenNothing();
        given(new FreezeDecider(), new FreezeDeclared("sale", SALE))
                .when(new ImportFreeze(AS_ROOT, "sale", other, KNOWN))
                .then(new FreezeRevised("sale", other));
        given(new FreezeDecider())
                .when(new ImportFreeze(AS_ROOT, "sale", SALE, KNOWN))
                .then(new FreezeDeclared("sale", SALE));
    }

    @Test
    void a_lifted_freeze_stays_lifted() {
        var declared = new FreezeDeclared("sale", SALE);
        var lifted = new FreezeLifted("sale", "Over");
        given(new FreezeDecider(), declared).when(new LiftFreeze(AS_ROOT, "Over")).then(lifted);
        given(new FreezeDecider(), declared, lifted)
                .when(new LiftFreeze(AS_ROOT, null))
                .thenRejected("wrong-state");
        given(new FreezeDecider(), declared, lifted)
                .when(new ReviseFreeze(AS_ROOT, SALE, KNOWN))
                .thenRejected("wrong-state");
    }

    @Test
    void what_was_not_declared_is_neither_revised_nor_lifted() {
        given(new FreezeDecider())
                .when(new ReviseFreeze(AS_ROOT, SALE, KNOWN))
                .thenRejected("not-found");
        given(new FreezeDecider()).when(new LiftFreeze(AS_ROOT, null)).thenRejected("not-found");
    }

    @Test
    void it_must_be_clear_what_is_frozen_and_when() {
        String from = "2026-11-27T15:00:00Z";
        for (FreezeTerms unclear :
                List.of(
                        once("Berlin", from, "2026-11-30T07:00:00Z"),
                        once("+01:00", from, "2026-11-30T07:00:00Z"),
                        once("Europe/Berlin", null, null),
                        once("Europe/Berlin", from, null),
                        once("Europe/Berlin", from, from),
                        once("Europe/Berlin", from, "2028-11-30T07:00:00Z"),
                        recurring("Europe/Berlin", "FREQ=WEEKLY", "2026-11-27T16:00", null),
                        recurring("Europe/Berlin", "FREQ=WEEKLY", "2026-11-27T16:00", "P40D"),
                        recurring("Europe/Berlin", "FREQ=HOURLY", "2026-11-27T16:00", "PT1H"),
                        recurring("Europe/Berlin", "WEEKLY", "2026-11-27T16:00", "PT1H"),
                        recurring(
                                "Europe/Berlin",
                                "FREQ=WEEKLY;BYDAY=MO",
                                "2026-11-27T16:00",
                                "PT1H"))) {
            given(new FreezeDecider()).when(declare(unclear)).thenRejected("invalid");
        }
        given(new FreezeDecider())
                .when(new DeclareFreeze(AS_ROOT, "sale", SALE, Set.of()))
                .thenRejected("invalid");
    }

    /** Friday 16:00 to Monday 08:00 on the wall, also over the weekend of a changing clock. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-03-26, 2027-03-26T15:00:00Z, 2027-03-29T06:00:00Z",
        "Europe/Berlin, 2027-10-29, 2027-10-29T14:00:00Z, 2027-11-01T07:00:00Z",
        "America/New_York, 2027-03-12, 2027-03-12T21:00:00Z, 2027-03-15T12:00:00Z",
        "Australia/Lord_Howe, 2027-04-02, 2027-04-02T05:00:00Z, 2027-04-04T21:30:00Z",
        "Africa/Casablanca, 2027-02-05, 2027-02-05T15:00:00Z, 2027-02-08T08:00:00Z"
    })
    void a_weekend_is_a_weekend_on_the_wall(
            String zone, String friday, Instant start, Instant end) {
        var terms = recurring(zone, "FREQ=WEEKLY", "2027-01-01T16:00", "PT64H");
        Instant noon = start.plus(Duration.ofHours(24));
        assertThat(terms.within(new Period(noon, noon.plusSeconds(1))))
                .as("%s %s", zone, friday)
                .containsExactly(new Period(start, end));
    }

    @Test
    void a_freeze_is_about_its_components_and_its_team() {
        var freeze = new Declared("sale", SALE, null);
        var night = period("2026-11-28T01:00:00Z", "2026-11-28T03:00:00Z");
        assertThat(freeze.against(Set.of("shop", "mail"), "platform", night)).hasSize(1);
        assertThat(freeze.against(Set.of("mail"), "platform", night)).isEmpty();
        assertThat(
                        freeze.against(
                                Set.of("shop"),
                                "platform",
                                period("2026-11-30T07:00:00Z", "2026-11-30T09:00:00Z")))
                .as("begins when the freeze ends")
                .isEmpty();
    }

    @Test
    void a_lifted_freeze_holds_up_to_when_it_was_lifted() {
        var lifted = new Declared("sale", SALE, Instant.parse("2026-11-28T12:00:00Z"));
        assertThat(lifted.within(period("2026-11-28T01:00:00Z", "2026-11-28T03:00:00Z")))
                .containsExactly(period("2026-11-27T15:00:00Z", "2026-11-28T12:00:00Z"));
        assertThat(lifted.within(period("2026-11-29T01:00:00Z", "2026-11-29T03:00:00Z"))).isEmpty();
    }
}
