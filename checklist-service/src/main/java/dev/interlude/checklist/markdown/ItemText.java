package dev.interlude.checklist.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines under a step: its instruction, and its side effects, a line each. */
record ItemText(@Nullable String instruction, List<String> sideEffects) {

    private static final Pattern SIDE_EFFECT =
            Pattern.compile("side effect:\\s*(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FENCE = Pattern.compile("(```|~~~).*");

    static ItemText of(List<String> lines) {
        int indent =
                lines.stream()
                        .filter(line -> !line.isBlank())
                        .mapToInt(ItemText::indent)
                        .min()
                        .orElse(0);
        List<String> text = new ArrayList<>();
        List<String> effects = new ArrayList<>();
        boolean code = false;
        for (String line : lines) {
            String content = line.isBlank() ? "" : line.substring(indent).stripTrailing();
            code ^= FENCE.matcher(content.strip()).matches();
            Matcher effect = SIDE_EFFECT.matcher(content.strip());
            if (!code && effect.matches()) {
                effects.add(effect.group(1));
            } else {
                text.add(content);
            }
        }
        String instruction = String.join("\n", text).replaceAll("^\n+", "").stripTrailing();
        return new ItemText(instruction.isEmpty() ? null : instruction, List.copyOf(effects));
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
