package dev.interlude.planner.view.windowlist;

import dev.interlude.eventlog.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a page ends; opaque to callers. */
record Cursor(Instant start, String id) {

    String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((start + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Cursor parse(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            var parts =
                    List.of(
                            new String(
                                            Base64.getUrlDecoder().decode(written),
                                            StandardCharsets.UTF_8)
                                    .split(" ", 2));
            if (parts.size() == 2 && parts.get(1).matches("[0-9a-f-]{36}")) {
                return new Cursor(Instant.parse(parts.get(0)), parts.get(1));
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // said below
        }
        throw Problem.invalid("cursor", "must be a cursor of this list");
    }
}
