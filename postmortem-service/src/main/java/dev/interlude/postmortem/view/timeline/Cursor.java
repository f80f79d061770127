package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * The place of the last entry of a page in the chosen order; opaque to callers.
 *
 * @param at the entry's time, of the kind that sorts
 * @param position its archive index, for entries of the same time
 */
record Cursor(Instant at, long position) {

    static final Cursor START = new Cursor(Instant.EPOCH, 0);

    static Cursor parse(String text) {
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int comma = plain.indexOf(',');
            return new Cursor(
                    Instant.parse(plain.substring(0, comma)),
                    Long.parseLong(plain.substring(comma + 1)));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Problem.invalid("cursor", "is one that an earlier page named");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "," + position).getBytes(StandardCharsets.US_ASCII));
    }
}
