package dev.interlude.planner.window;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Public texts that are proposed to people, who may change them. Placeholders stay unrendered. */
final class DraftedTexts {

    private static final Map<String, String> EXTENSION =
            Map.of(
                    "en",
                    "The maintenance is taking longer than planned. We now expect it to end at"
                            + " {{end}} instead of {{previousEnd}}.",
                    "de",
                    "Die Wartung dauert länger als geplant. Wir rechnen nun mit dem Ende um"
                            + " {{end}} statt um {{previousEnd}}.");

    private DraftedTexts() {}

    /** In those of the languages that there is a draft for, else in English. */
    static Map<String, String> extension(Set<String> languages) {
        var drafts = new LinkedHashMap<String, String>();
        for (String language : languages) {
            String draft = EXTENSION.get(language);
            if (draft != null) {
                drafts.put(language, draft);
            }
        }
        return drafts.isEmpty() ? Map.of("en", EXTENSION.getOrDefault("en", "")) : drafts;
    }
}
