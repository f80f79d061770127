package dev.interlude.tally;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record Tally(boolean begun, String id, long total, @Nullable Instant ringAt, int rang) {

    static final Tally NONE = new Tally(false, "", 0, null, 0);
}
