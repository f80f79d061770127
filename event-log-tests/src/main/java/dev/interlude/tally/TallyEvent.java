package dev.interlude.tally;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

sealed interface TallyEvent {

    record TallyBegun(String tallyId, @Nullable Instant ringAt) implements TallyEvent {}

    record Counted(String tallyId, long by) implements TallyEvent {}

    record BellMoved(String tallyId, Instant ringAt) implements TallyEvent {}

    record BellRang(String tallyId, Instant dueAt) implements TallyEvent {}

    record Overheard(String tallyId, String stream, long sequence) implements TallyEvent {}
}
