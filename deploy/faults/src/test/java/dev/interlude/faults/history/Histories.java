package dev.interlude.faults.history;

import dev.interlude.faults.history.Answer.Acknowledged;
import dev.interlude.faults.history.Answer.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hand-made histories. */
final class Histories {

    private Histories() {}

    static Stored row(long position, String stream, long sequence) {
        return row(position, stream, sequence, null);
    }

    static Stored row(long position, String stream, long sequence, @Nullable String mark) {
        return new Stored(
                position, "planner", stream, sequence, id(stream, sequence), "digest", mark);
    }

    static Copied copy(String stream, long sequence) {
        return new Copied(stream, sequence, id(stream, sequence), "digest", 1, sequence);
    }

    static Operation asked(String mark, Answer... answers) {
        return new Operation(mark, List.of(answers));
    }

    static Acknowledged stored(String stream, long sequence) {
        return new Acknowledged(List.of(new Place(stream, sequence, id(stream, sequence))));
    }

    static UUID id(String stream, long sequence) {
        return UUID.nameUUIDFromBytes((stream + sequence).getBytes(StandardCharsets.UTF_8));
    }
}
