package dev.interlude.tally;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

sealed interface TallyEvent {

    record TallyBegun(String tallyId, @Nullable Instant ringAt) implements TallyEvent {}

    record Counted(String tallyId, long by) implements TallyEvent {}

    /** Version 2; in version 1 the new time was named {@code ringAt}, and nobody said why. */
    record BellMoved(String tallyId, Instant to, String why) implements TallyEvent {}

    record BellRang(String tallyId, Instant dueAt) implements TallyEvent {}

    record Overheard(String tallyId, String stream, long sequence) implements TallyEvent {}
}
