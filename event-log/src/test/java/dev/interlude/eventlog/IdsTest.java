package dev.interlude.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void ids_are_version_7_and_rise() {
        var ids = Stream.generate(Ids::next).limit(10_000).toList();
        assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(ids.stream().map(UUID::toString).toList()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void an_id_tells_when_it_was_made() {
        long before = System.currentTimeMillis();
        long millis = Ids.next().getMostSignificantBits() >>> 16;
        // a burst of ids may run a little ahead of the clock
        assertThat(millis).isBetween(before, System.currentTimeMillis() + 1_000);
    }
}
