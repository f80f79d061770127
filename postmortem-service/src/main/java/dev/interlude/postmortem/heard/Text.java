package dev.interlude.postmortem.heard;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text in its languages, as it stands in events: {@code {"en": "…"}}.
 *
 * @param byLanguage language tag (BCP 47) to text with unrendered placeholders
 */
public record Text(Map<String, String> byLanguage) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Text {}

    /** English where there is one, else the first by language tag, else "". */
    public String readable() {
        String english = byLanguage.get("en");
        if (english != null) {
            return english;
        }
        return byLanguage.isEmpty() ? "" : new TreeMap<>(byLanguage).firstEntry().getValue();
    }
}
