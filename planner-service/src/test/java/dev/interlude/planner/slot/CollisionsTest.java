package dev.interlude.planner.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CollisionsTest {

    private static final List<Booked> YEAR = YearPlan.windows();
    private static final Neighbours CATALOGUE = YearPlan.catalogue();

    @Test
    void the_plan_of_a_year_has_the_collisions_that_were_found_by_hand_and_no_others() {
        assertThat(YEAR).hasSizeGreaterThanOrEqualTo(40);
        var found =
                YEAR.stream()
                        .flatMap(one ->
                                Collisions.of(one, YEAR, CATALOGUE).stream()
                                        .filter(c -> number(one.id()) < number(c.windowId()))
                                        .map(c -> one.id() + "," + c.windowId() + "," + c.kind()))
                        .toList();
        var byHand =
                YearPlan.lines("collisions.csv").stream()
                        .map(line -> line.split(",", -1))
                        .map(cell -> cell[0] + "," + cell[1] + "," + cell[2])
                        .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(byHand);
    }

    @Test
    void who_is_in_the_way_of_one_has_it_in_their_way() {
        for (Booked one : YEAR) {
            for (Booked other : YEAR) {
                assertThat(kinds(one, other)).isEqualTo(kinds(other, one));
            }
        }
    }

    private static List<Collision.Kind> kinds(Booked one, Booked other) {
        return Collisions.of(one, List.of(other), CATALOGUE).stream().map(Collision::kind).toList();
    }

    private static int number(String id) {
        return Integer.parseInt(id);
    }
}
