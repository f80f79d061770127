package dev.interlude.postmortem.heard;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Events of the notifier. Instants are UTC. */
public sealed interface FromNotifier {

    record PublicWindow(ZoneId zone, Instant start, Instant end, @Nullable Instant previousEnd) {}

    record NoticePublished(String kind, int ordinal, @Nullable Text text, PublicWindow window)
            implements FromNotifier {}

    record NoticeDropped(String kind, String reason) implements FromNotifier {}
}
