package dev.interlude.eventlog.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static Marks marks(long first, long second) {
        return new Marks(Map.of("t/0", first, "t/1", second));
    }

    @Test
    void what_lies_below_every_end_is_still_there() {
        assertThat(marks(4, 9).below(marks(5, 10))).isTrue();
        assertThat(marks(5, 9).below(marks(5, 10))).isFalse();
        assertThat(marks(4, 9).below(marks(5, 0))).isFalse();
    }

    @Test
    void a_batch_at_or_below_an_older_offset_tells_that_the_tail_was_lost() {
        Marks before = marks(20, 20);
        assertThat(before.below(new Marks(Map.of("t/0", 21L)))).isTrue();
        assertThat(before.below(new Marks(Map.of("t/0", 20L)))).isFalse();
        assertThat(before.below(new Marks(Map.of("t/1", 3L)))).isFalse();
    }

    @Test
    void the_end_of_a_partition_that_grew_meanwhile_is_where_the_batch_began() {
        assertThat(marks(30, 7).least(new Marks(Map.of("t/0", 12L)))).isEqualTo(marks(12, 7));
    }

    @Test
    void newer_offsets_replace_older_ones() {
        assertThat(marks(1, 2).and(new Marks(Map.of("t/1", 3L)))).isEqualTo(marks(1, 3));
    }

    @Test
    void they_are_the_same_after_the_database() {
        assertThat(Marks.of(marks(1, Long.MAX_VALUE).json())).isEqualTo(marks(1, Long.MAX_VALUE));
        assertThat(Marks.of(Marks.NONE.json())).isEqualTo(Marks.NONE);
    }
}
