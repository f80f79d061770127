package dev.interlude.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventTypesTest {

    sealed interface Sound {
        record Rang(String bell) implements Sound {}

        record Hummed() implements Sound {}
    }

    @Test
    void names_are_chosen_and_lead_back_to_the_record() {
        var types =
                EventTypes.of(Sound.class, "bells")
                        .add("BellRang", Sound.Rang.class)
                        .add("Hummed", 2, Sound.Hummed.class)
                        .build();
        assertThat(types.typeOf(new Sound.Rang("b"))).isEqualTo("dev.interlude.bells.BellRang.v1");
        assertThat(types.classOf("dev.interlude.bells.Hummed.v2")).isEqualTo(Sound.Hummed.class);
        assertThat(types.classOf("dev.interlude.bells.Other.v1")).isNull();
    }

    @Test
    void no_event_of_the_family_may_be_forgotten() {
        var some = EventTypes.of(Sound.class, "bells").add("BellRang", Sound.Rang.class);
        assertThatThrownBy(some::build).hasMessageContaining("Hummed");
    }
}
