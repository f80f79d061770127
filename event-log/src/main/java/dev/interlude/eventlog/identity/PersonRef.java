package dev.interlude.eventlog.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.interlude.eventlog.LogJson;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person as a request names them: an id as {@code "p-…"}, a bare subject of the caller's own
 * issuer as {@code "ana"} or {@code {"sub": "ana"}}, or {@code {"iss": …, "sub": …}}.
 *
 * @param iss issuer of the token; null for the caller's own
 * @param sub subject in that issuer; null when the id is given
 * @param id opaque id, {@code p-} and 26 base32 characters; null when the subject is given
 */
public record PersonRef(@Nullable String iss, @Nullable String sub, @Nullable String id) {

    private static final Pattern ID = Pattern.compile("p-[a-z2-7]{26}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PersonRef fromText(String text) {
        return ID.matcher(text).matches()
                ? new PersonRef(null, null, text)
                : new PersonRef(null, text, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public PersonRef {
        if (id == null && (sub == null || sub.isBlank())) {
            throw new IllegalArgumentException(
                    "a person is an id, or a sub with or without an iss");
        }
        if (!LogJson.isWritable(iss + "" + sub)) {
            throw new IllegalArgumentException("a person is named in whole characters");
        }
    }
}
