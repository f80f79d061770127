package dev.interlude.checklist.markdown;

import dev.interlude.checklist.checklist.Mode;
import dev.interlude.checklist.checklist.Phase;
import dev.interlude.checklist.checklist.StepDraft;
import dev.interlude.checklist.checklist.Verifies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in braces behind the title of a step. */
final class Attributes {

    /** A word, or a name with a quoted text; quotes and backslashes in it are escaped. */
    private static final Pattern TOKEN =
            Pattern.compile("([^\\s\"]*)\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"]+)");

    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?(E[+-]?\\d{1,2})?");

    private final int line;
    private final Set<String> seen = new HashSet<>();
    private @Nullable String id;
    private @Nullable String lane;
    private @Nullable Duration duration;
    private @Nullable List<String> after;
    private @Nullable Mode mode;
    private @Nullable Boolean noReturn;
    private @Nullable String rollbackOf;
    private @Nullable String noRollback;
    private @Nullable Verifies verifies;
    private @Nullable Instant notBefore;
    private @Nullable Instant due;
    private final ScriptWords script = new ScriptWords();
    private final ExpectationWords expectation = new ExpectationWords();

    private Attributes(int line) {
        this.line = line;
    }

    static Attributes parse(String text, int line) {
        var attributes = new Attributes(line);
        Matcher m = TOKEN.matcher(text);
        int end = 0;
        while (m.find()) {
            if (!text.substring(end, m.start()).isBlank()) {
                throw attributes.unknown(text.substring(end, m.start()).strip());
            }
            end = m.end();
            if (m.group(3) != null) {
                attributes.word(m.group(3));
            } else {
                attributes.quoted(m.group(1), m.group(2).replaceAll("\\\\(.)", "$1"));
            }
        }
        if (!text.substring(end).isBlank()) {
            throw attributes.unknown(text.substring(end).strip());
        }
        return attributes;
    }

    StepDraft draft(
            String title, Phase phase, @Nullable String instruction, List<String> sideEffects) {
        return new StepDraft(
                id,
                title,
                phase,
                instruction,
                duration,
                after,
                lane,
                mode,
                sideEffects,
                rollbackOf,
                noRollback,
                verifies,
                noReturn,
                notBefore,
                due,
                script.script(line),
                expectation.expectation(line));
    }

    private void word(String word) {
        int colon = word.indexOf(':');
        if (word.startsWith("#")) {
            id = once("#", word.substring(1));
        } else if (word.startsWith("@")) {
            lane = once("@", word.substring(1));
        } else if (word.equals("no-return")) {
            noReturn = once(word, true);
        } else if (colon > 0) {
            named(word.substring(0, colon), word.substring(colon + 1), word);
        } else {
            Duration parsed = Durations.parse(word);
            if (parsed == null) {
                throw unknown(word);
            }
            duration = once("a duration", parsed);
        }
    }

    private void named(String name, String value, String word) {
        switch (name) {
            case "after" ->
                    after =
                            once(
                                    name,
                                    Arrays.stream(value.split(",", -1))
                                            .filter(id -> !id.isEmpty())
                                            .toList());
            case "mode" -> mode = once(name, one(Mode.class, value, word));
            case "verifies" -> verifies = once(name, one(Verifies.class, value, word));
            case "rollback-of" -> rollbackOf = once(name, value);
            case "not-before" -> notBefore = once(name, instant(value, word));
            case "due" -> due = once(name, instant(value, word));
            case "timeout" -> script.timeout = once(name, duration(value, word));
            case "at-least" -> expectation.atLeast = once(name, decimal(value, word));
            case "at-most" -> expectation.atMost = once(name, decimal(value, word));
            case "probe-status" -> expectation.status = once(name, status(value, word));
            case "probe-within" -> expectation.within = once(name, within(value, word));
            default -> text(name, value, word);
        }
    }

    private void quoted(String name, String value) {
        String word = name + "\"" + value + "\"";
        if (!name.endsWith(":")) {
            throw unknown(word);
        }
        text(name.substring(0, name.length() - 1), value, word);
    }

    /** What may be one word, or several in quotes. */
    private void text(String name, String value, String word) {
        switch (name) {
            case "no-rollback" -> noRollback = once(name, value);
            case "script" -> script.name = once(name, value);
            case "arg" -> script.arguments.add(value);
            case "expect" -> expectation.text = once(name, value);
            case "unit" -> expectation.unit = once(name, value);
            case "probe" -> expectation.probe = once(name, value);
            case "probe-value" -> expectation.pointer = once(name, value);
            default -> throw unknown(word);
        }
    }

    private Instant instant(String value, String word) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw unknown(word);
        }
    }

    private Duration duration(String value, String word) {
        Duration parsed = Durations.parse(value);
        if (parsed == null) {
            throw unknown(word);
        }
        return parsed;
    }

    private Integer status(String value, String word) {
        if (!value.matches("[1-5][0-9][0-9]")) {
            throw unknown(word);
        }
        return Integer.valueOf(value);
    }

    private Duration within(String value, String word) {
        Duration parsed = Durations.parseFine(value);
        if (parsed == null) {
            throw unknown(word);
        }
        return parsed;
    }

    private BigDecimal decimal(String value, String word) {
        if (!NUMBER.matcher(value).matches()) {
            throw unknown(word);
        }
        return new BigDecimal(value);
    }

    private <E extends Enum<E>> E one(Class<E> type, String value, String word) {
        for (E constant : type.getEnumConstants()) {
            if (written(constant).equals(value.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw unknown(word);
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <T> T once(String name, T value) {
        if (!seen.add(name)) {
            throw new UnreadableMarkdown(line, name + " is said twice");
        }
        return value;
    }

    private UnreadableMarkdown unknown(String token) {
        return new UnreadableMarkdown(line, "unknown attribute \"" + token + "\"");
    }
}
