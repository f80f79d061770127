package dev.interlude.eventlog.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeenTest {

    private final Random random = new Random(20_261_121);

    @Test
    void a_key_is_new_once() {
        Seen seen = Seen.none();
        assertThat(seen.meet(List.of("a", "b"))).isEmpty();
        assertThat(seen.meet(List.of("b", "c"))).containsExactly("b");
        assertThat(seen.meet(List.of("a", "b", "c"))).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void none_that_was_met_is_taken_for_new_and_few_that_are_new_for_met() {
        Seen seen = Seen.none();
        List<String> keys = keys(100_000);
        assertThat(seen.meet(keys)).hasSizeLessThan(5);
        assertThat(seen.meet(keys)).hasSize(100_000);
    }

    @Test
    void of_many_few_that_are_new_are_taken_for_met() {
        Seen seen = Seen.none();
        assertThat(seen.meet(keys(650_000))).hasSizeLessThan(150);
        assertThat(seen.meet(keys(10_000))).hasSizeLessThan(30);
    }

    @Test
    void what_somebody_else_met_nobody_knows() {
        assertThat(Seen.unknown().meet(List.of("a", "b"))).containsExactlyInAnyOrder("a", "b");
    }

    private List<String> keys(int count) {
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()).toString())
                .limit(count)
                .toList();
    }
}
