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

    @Test
    void old_versions_are_read_as_the_newest_one_step_after_the_other() {
        var types =
                EventTypes.of(Sound.class, "bells")
                        .add("BellRang", 3, Sound.Rang.class)
                        .upcast("BellRang", 1, node -> node.set("name", node.remove("n")))
                        .upcast("BellRang", 2, node -> node.set("bell", node.remove("name")))
                        .add("Hummed", Sound.Hummed.class)
                        .build();
        assertThat(types.read("dev.interlude.bells.BellRang.v1", json("{'n':'big'}")))
                .isEqualTo(types.read("dev.interlude.bells.BellRang.v2", json("{'name':'big'}")))
                .isEqualTo(types.read("dev.interlude.bells.BellRang.v3", json("{'bell':'big'}")))
                .isEqualTo(new Sound.Rang("big"));
        assertThat(types.classOf("dev.interlude.bells.BellRang.v1")).isEqualTo(Sound.Rang.class);
        assertThat(types.types()).doesNotContain("dev.interlude.bells.BellRang.v1");
        assertThat(types.readable()).contains("dev.interlude.bells.BellRang.v1");
        assertThatThrownBy(() -> types.read("dev.interlude.bells.BellRang.v4", json("{}")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("BellRang.v4 is unknown");
        assertThatThrownBy(() -> types.read("dev.interlude.bells.BellRang.v1", json("[]")))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void an_upcast_ends_at_a_record() {
        var nowhere =
                EventTypes.of(Sound.class, "bells")
                        .add("BellRang", 3, Sound.Rang.class)
                        .add("Hummed", Sound.Hummed.class)
                        .upcast("BellRang", 1, node -> node);
        assertThatThrownBy(nowhere::build).hasMessageContaining("BellRang.v2");
        var needless =
                EventTypes.of(Sound.class, "bells")
                        .add("BellRang", Sound.Rang.class)
                        .add("Hummed", Sound.Hummed.class)
                        .upcast("BellRang", 1, node -> node);
        assertThatThrownBy(needless::build).hasMessageContaining("has a record");
    }

    @Test
    void what_is_heard_is_read_through_the_same_steps() {
        var types =
                EventTypes.of(Sound.class, "bells")
                        .add("BellRang", 2, Sound.Rang.class)
                        .upcast("BellRang", 1, node -> node.set("bell", node.remove("n")))
                        .add("Hummed", Sound.Hummed.class)
                        .build();
        var heard = HeardTypes.of(types);
        assertThat(heard.types())
                .containsEntry("dev.interlude.bells.BellRang.v1", Sound.Rang.class);
        assertThat(heard.read("dev.interlude.bells.BellRang.v1", json("{'n':'big'}")))
                .isEqualTo(new Sound.Rang("big"));
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
