package dev.interlude.planner.view.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.planner.slot.Booked;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduledTest {

    private static Scheduled row() {
        var seats = new LinkedHashMap<String, String>();
        seats.put("DRIVER", "p-ana");
        seats.put("BUDDY", "p-ben");
        seats.put("SHIFT-1", "p-ana");
        return new Scheduled(
                        "0198f2a0-7c00-7a3e-9c11-5d2f6a7b8c90",
                        142,
                        "Move the queue",
                        "platform",
                        "Announced",
                        "NORMAL",
                        "PUBLIC",
                        false,
                        "Europe/Berlin",
                        Instant.parse("2027-03-06T01:00:00Z"),
                        Instant.parse("2027-03-06T03:00:00Z"),
                        "api=OUTAGE",
                        "",
                        null)
                .by(seats);
    }

    private static Booked booked(Scheduled row) {
        return row.window().booked();
    }

    @Test
    void whoever_said_no_is_not_booked() {
        Booked without = booked(row().declinedBy("p-ana"));
        assertThat(without.driver()).isNull();
        assertThat(without.others()).isEqualTo(List.of("p-ben"));
        assertThat(booked(row().declinedBy("p-eve"))).isEqualTo(booked(row()));
    }

    @Test
    void whoever_says_yes_after_all_is_booked_again() {
        Scheduled no = row().declinedBy("p-ana").declinedBy("p-ana");
        assertThat(booked(no.acceptedBy("p-ana"))).isEqualTo(booked(row()));
        assertThat(row().acceptedBy("p-ana")).isEqualTo(row());
    }

    @Test
    void who_takes_the_role_of_somebody_who_said_no_has_it_alone() {
        Scheduled taken = row().declinedBy("p-ana").by("DRIVER", "p-eve");
        assertThat(booked(taken).driver()).isEqualTo("p-eve");
        assertThat(booked(taken.acceptedBy("p-ana")).driver()).isEqualTo("p-eve");
        assertThat(booked(taken.by(Map.of("DRIVER", "p-dan", "BUDDY", "p-ben"))).others())
                .isEqualTo(List.of("p-ben"));
    }
}
