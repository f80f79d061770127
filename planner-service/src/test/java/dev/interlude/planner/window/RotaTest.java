package dev.interlude.planner.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.window.CrewEvent.Shift;
import dev.interlude.planner.window.WindowCommand.Seats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RotaTest {

    private static Instant at(long minutes) {
        return Instant.parse("2026-03-07T01:00:00Z").plusSeconds(60 * minutes);
    }

    private static Shift drives(String person, long from, @Nullable Long to) {
        return new Shift(CrewRole.DRIVER, person, at(from), to == null ? null : at(to));
    }

    private static Shift checks(String person, long from, @Nullable Long to) {
        return new Shift(CrewRole.BUDDY, person, at(from), to == null ? null : at(to));
    }

    private static Seats seats(Shift... shifts) {
        return new Seats("ana", "ben", null, List.of(), List.of(shifts));
    }

    @Test
    void in_the_time_of_a_shift_somebody_else_has_the_role() {
        var seats = seats(drives("dan", 60, 90L));
        assertThat(Rota.holder(seats, CrewRole.DRIVER, at(59))).isEqualTo("ana");
        assertThat(Rota.holder(seats, CrewRole.DRIVER, at(60))).isEqualTo("dan");
        assertThat(Rota.holder(seats, CrewRole.DRIVER, at(89))).isEqualTo("dan");
        assertThat(Rota.holder(seats, CrewRole.DRIVER, at(90))).isEqualTo("ana");
    }

    @Test
    void of_two_shifts_the_one_that_began_last_counts() {
        var seats = seats(drives("dan", 0, null), drives("eve", 30, 60L));
        assertThat(Rota.holder(seats, CrewRole.DRIVER, at(45))).isEqualTo("eve");
        assertThat(Rota.holder(seats, CrewRole.DRIVER, at(60))).isEqualTo("dan");
    }

    @Test
    void without_a_liaison_the_buddy_of_that_instant_speaks_with_customers() {
        var seats = seats(checks("eve", 60, null));
        assertThat(Rota.holder(seats, CrewRole.LIAISON, at(0))).isEqualTo("ben");
        assertThat(Rota.holder(seats, CrewRole.LIAISON, at(60))).isEqualTo("eve");
    }

    @Test
    void driver_and_buddy_are_two_people_at_every_instant() {
        assertThat(Rota.sameAt(seats())).isEmpty();
        assertThat(Rota.sameAt(new Seats("ana", "ana", null))).contains(Instant.MIN);
        assertThat(Rota.sameAt(seats(drives("ben", 60, 90L)))).contains(at(60));
        assertThat(Rota.sameAt(seats(drives("ben", 60, 90L), checks("ana", 60, 90L)))).isEmpty();
        assertThat(Rota.sameAt(seats(drives("ben", 60, 91L), checks("ana", 60, 90L))))
                .contains(at(90));
        assertThat(Rota.sameAt(seats(drives("dan", 0, 60L), checks("dan", 60, 90L)))).isEmpty();
        assertThat(Rota.sameAt(seats(drives("dan", 0, 61L), checks("dan", 60, 90L))))
                .contains(at(60));
    }

    @Test
    void the_rule_looks_at_bounds_only_and_misses_no_minute() {
        long seed = 20_260_307L;
        var random = new Random(seed);
        var people = List.of("ana", "ben", "dan");
        int conflicts = 0;
        for (int i = 0; i < 20_000; i++) {
            var shifts = new ArrayList<Shift>();
            for (int n = random.nextInt(5); n > 0; n--) {
                long from = random.nextInt(20);
                Long to = random.nextBoolean() ? null : from + 1 + random.nextInt(8);
                String person = people.get(random.nextInt(3));
                shifts.add(
                        random.nextBoolean() ? drives(person, from, to) : checks(person, from, to));
            }
            var seats = seats(shifts.toArray(Shift[]::new));
            boolean byMinute = false;
            for (int minute = -1; minute < 40 && !byMinute; minute++) {
                byMinute =
                        Rota.holder(seats, CrewRole.DRIVER, at(minute))
                                .equals(Rota.holder(seats, CrewRole.BUDDY, at(minute)));
            }
            assertThat(Rota.sameAt(seats).isPresent())
                    .as("seed %d, case %d: %s", seed, i, shifts)
                    .isEqualTo(byMinute);
            conflicts += byMinute ? 1 : 0;
        }
        assertThat(conflicts).isBetween(1_000, 19_000);
    }
}
