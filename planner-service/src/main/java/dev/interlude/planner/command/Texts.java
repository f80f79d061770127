package dev.interlude.planner.command;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.interlude.eventlog.LogJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A text in its languages: {@code {"en": …, "de": …}} with BCP 47 tags, or a bare string, which is
 * English. Placeholders {@code {{start}} {{end}} {{previousEnd}} {{duration}}} are rendered in the
 * reader's zone.
 *
 * @param byLanguage at least one, none of them blank, each at most 10,000 characters
 */
@Schema(
        implementation = Object.class,
        description = "A text: a string in English, or an object of texts by BCP 47 language tag.")
record Texts(@JsonValue Map<String, String> byLanguage) {

    private static final int LONGEST = 10_000;
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Texts of(String english) {
        return new Texts(Map.of("en", english));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Texts {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("must have a text in at least one language");
        }
        byLanguage.forEach(Texts::check);
        byLanguage = new LinkedHashMap<>(byLanguage);
    }

    private static void check(String language, @Nullable String text) {
        if (!TAG.matcher(language).matches()) {
            throw new IllegalArgumentException("languages are BCP 47 tags, for example en");
        }
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a text has 1 to 10000 characters");
        }
        if (!LogJson.isWritable(text)) {
            throw new IllegalArgumentException("a text has whole characters, and not U+0000");
        }
    }

    static @Nullable Map<String, String> orNull(@Nullable Texts texts) {
        return texts == null ? null : texts.byLanguage();
    }
}
