package dev.interlude.tally;

import dev.interlude.eventlog.decider.Act;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

sealed interface TallyCommand {

    record Begin(Act act, String id, @Nullable Instant ringAt) implements TallyCommand {}

    record Count(Act act, long by) implements TallyCommand {}

    record MoveBell(Act act, Instant ringAt) implements TallyCommand {}

    record Ring(Act act, Instant dueAt) implements TallyCommand {}

    record Overhear(Act act, String id, String stream, long sequence) implements TallyCommand {}
}
