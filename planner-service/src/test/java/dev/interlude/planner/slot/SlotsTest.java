package dev.interlude.planner.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.component.LoadProfile;
import dev.interlude.planner.freeze.Freeze.Declared;
import dev.interlude.planner.freeze.FreezeTerms;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.NoticePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTest {

    private static final Instant NOW = Instant.parse("2027-02-01T09:00:00Z");

    private static SlotQuestion question(
            String component, Impact impact, String zone, String from, String to, String... crew) {
        ZoneId at = ZoneId.of(zone);
        return new SlotQuestion(
                Duration.ofHours(2),
                List.of(new ComponentImpact(component, component, impact)),
                "platform",
                List.of(crew),
                new Period(
                        LocalDate.parse(from).atStartOfDay(at).toInstant(),
                        LocalDate.parse(to).atStartOfDay(at).toInstant()),
                at);
    }

    private static Surroundings around(List<Declared> freezes, Map<String, LoadProfile> loads) {
        return new Surroundings(
                NOW,
                NoticePolicy.DEFAULT,
                freezes,
                YearPlan.windows(),
                YearPlan.catalogue(),
                loads);
    }

    private static final Surroundings YEAR = around(List.of(), Map.of());

    private static Slot on(List<Slot> slots, String day) {
        return slots.stream().filter(s -> s.localStart().startsWith(day)).findFirst().orElseThrow();
    }

    @Test
    void the_best_of_a_week_is_a_quiet_night_of_its_weekend() {
        var slots =
                Slots.of(
                        question(
                                "mail", Impact.OUTAGE, "Europe/Berlin", "2027-06-07", "2027-06-14"),
                        YEAR,
                        10);
        assertThat(slots).hasSize(7).allMatch(Slot::open);
        assertThat(slots.getFirst().localStart()).startsWith("2027-06-12T00:00");
        assertThat(slots.getFirst().reasonsFor())
                .contains(
                        "It is a weekend.",
                        "mail sees 5 % of the traffic of its busiest hour, as is usual then.",
                        "No freeze.",
                        "Nothing else on these components, or on what has to do with them.");
    }

    @Test
    void what_the_policy_would_refuse_is_closed_and_says_why() {
        var slots =
                Slots.of(
                        question(
                                "mail", Impact.OUTAGE, "Europe/Berlin", "2027-02-02", "2027-02-06"),
                        YEAR,
                        10);
        assertThat(on(slots, "2027-02-03").open()).isFalse();
        assertThat(on(slots, "2027-02-03").reasonsAgainst())
                .anySatisfy(why ->
                        assertThat(why)
                                .startsWith("Too short a notice:")
                                .endsWith("the policy asks for 3 days."));
        assertThat(on(slots, "2027-02-05").open()).isTrue();
        assertThat(slots.getFirst().open()).isTrue();
    }

    /** The same for that time and no other. */
    private static Slot at(SlotQuestion asked, String start, String end) {
        var only = new Period(Instant.parse(start), Instant.parse(end));
        var question =
                new SlotQuestion(
                        asked.duration(),
                        asked.components(),
                        asked.team(),
                        asked.crew(),
                        only,
                        asked.zone());
        var slots = Slots.of(question, YEAR, 10);
        assertThat(slots).hasSize(1);
        return slots.getFirst();
    }

    @Test
    void a_night_with_a_collision_offers_a_time_beside_it() {
        // window 23 has db-a on 17 April from 02:00 to 04:00, which shop needs
        var question = question("shop", Impact.OUTAGE, "Europe/Berlin", "2027-04-17", "2027-04-18");
        Slot taken = at(question, "2027-04-17T00:00:00Z", "2027-04-17T02:00:00Z");
        assertThat(taken.open()).isFalse();
        assertThat(taken.reasonsAgainst()).contains("shop needs db-a: M-23 (Window 23).");
        Slot touching = at(question, "2027-04-17T01:30:00Z", "2027-04-17T03:30:00Z");
        assertThat(touching.open()).isFalse();
        assertThat(at(question, "2027-04-17T02:00:00Z", "2027-04-17T04:00:00Z").open()).isTrue();
        assertThat(on(Slots.of(question, YEAR, 10), "2027-04-17").open()).isTrue();
    }

    @Test
    void a_frozen_day_is_closed_and_the_night_before_it_has_little_room() {
        var freeze =
                new Declared(
                        "sale",
                        new FreezeTerms(
                                "Sale",
                                null,
                                "Europe/Berlin",
                                Instant.parse("2027-06-12T04:00:00Z"),
                                Instant.parse("2027-06-13T22:00:00Z"),
                                null,
                                null,
                                null,
                                List.of("shop"),
                                null),
                        null);
        var slots =
                Slots.of(
                        question(
                                "shop", Impact.OUTAGE, "Europe/Berlin", "2027-06-12", "2027-06-14"),
                        around(List.of(freeze), Map.of()),
                        10);
        assertThat(on(slots, "2027-06-12").open()).isTrue();
        assertThat(on(slots, "2027-06-12").reasonsAgainst())
                .anyMatch(why -> why.startsWith("Little room if it takes longer: Sale begins"));
        assertThat(on(slots, "2027-06-13").open()).isFalse();
        assertThat(on(slots, "2027-06-13").reasonsAgainst())
                .contains("Frozen until Mon 14 Jun 2027 00:00: Sale.");
    }

    @Test
    void a_driver_is_in_one_place_and_others_should_be() {
        // ana drives window 32, on wiki, on 19 June from 02:00 to 04:00, and ben is buddy there
        assertThat(withCrew("ana").open()).isFalse();
        assertThat(withCrew("ana").reasonsAgainst())
                .contains("A driver would be in two places: M-32 (Window 32).");
        assertThat(withCrew("gil", "ana").open()).as("she drives the other one").isFalse();
        assertThat(withCrew("ben").open()).as("he would drive this one").isFalse();
        assertThat(withCrew("gil", "ben").open()).isTrue();
        assertThat(withCrew("gil", "ben").reasonsAgainst())
                .contains("Somebody of the crew is of that of M-32 (Window 32) too.");
        assertThat(withCrew("gil", "hal").reasonsFor())
                .contains("Nothing else on these components or with this crew.");
    }

    private static Slot withCrew(String... crew) {
        return at(
                question("mail", Impact.OUTAGE, "Europe/Berlin", "2027-06-19", "2027-06-20", crew),
                "2027-06-19T00:00:00Z",
                "2027-06-19T02:00:00Z");
    }

    @Test
    void the_week_of_a_component_counts_more_than_what_is_usual() {
        var hours = new ArrayList<>(Collections.nCopies(168, 100.0));
        hours.set(2 * 24 + 14, 1.0);
        hours.set(2 * 24 + 15, 1.0);
        var slots =
                Slots.of(
                        question(
                                "mail", Impact.OUTAGE, "Europe/Berlin", "2027-06-07", "2027-06-14"),
                        around(List.of(), Map.of("mail", new LoadProfile("Europe/Berlin", hours))),
                        1);
        assertThat(slots.getFirst().localStart()).startsWith("2027-06-09T14:00");
        assertThat(slots.getFirst().reasonsFor())
                .contains("mail sees 1 % of the traffic of its busiest hour.");
    }

    /** No candidate begins in a gap; all last two hours, also when the wall says otherwise. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2027-03-28, 2027-03-29",
        "Europe/Berlin, 2027-10-31, 2027-11-01",
        "America/New_York, 2027-03-14, 2027-03-15",
        "America/New_York, 2027-11-07, 2027-11-08",
        "Australia/Lord_Howe, 2027-10-03, 2027-10-04",
        "Australia/Lord_Howe, 2027-04-04, 2027-04-05",
        "Africa/Casablanca, 2027-03-14, 2027-03-15",
        "Africa/Casablanca, 2027-02-07, 2027-02-08"
    })
    void candidates_are_right_in_the_nights_of_changing_clocks(
            String zone, String day, String next) {
        var question = question("mail", Impact.OUTAGE, zone, day, next);
        var found = Candidates.of(question);
        assertThat(found).isNotEmpty().doesNotHaveDuplicates();
        for (Period time : found) {
            assertThat(Duration.between(time.start(), time.end())).isEqualTo(Duration.ofHours(2));
            int minute = time.start().atZone(question.zone()).getMinute();
            assertThat(minute).isIn(0, 30);
        }
        var slot = Slots.of(question, YEAR, 1).getFirst();
        assertThat(ZonedDateTime.parse(slot.localStart()).toInstant()).isEqualTo(slot.start());
    }

    @Test
    void a_slot_over_the_change_says_so() {
        var question = question("mail", Impact.OUTAGE, "Europe/Berlin", "2027-10-31", "2027-11-01");
        var all = Candidates.of(question);
        assertThat(all).anyMatch(t -> t.start().equals(Instant.parse("2027-10-31T00:00:00Z")));
        var only =
                new SlotQuestion(
                        question.duration(),
                        question.components(),
                        question.team(),
                        question.crew(),
                        new Period(
                                Instant.parse("2027-10-31T00:00:00Z"),
                                Instant.parse("2027-10-31T02:00:00Z")),
                        question.zone());
        assertThat(Slots.of(only, YEAR, 1).getFirst().reasonsAgainst())
                .contains(
                        "The clocks are changed during it.",
                        "The time of its start comes twice; the first, +02:00.");
    }
}
