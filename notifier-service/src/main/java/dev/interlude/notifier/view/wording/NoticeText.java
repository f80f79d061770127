package dev.interlude.notifier.view.wording;

import dev.interlude.notifier.notice.PublicWindow;
import dev.interlude.notifier.view.board.PublicNotice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a notice in one language, its placeholders rendered in one zone.
 *
 * @param language BCP 47; empty when the notice has no text
 * @param text plain text, may have several lines
 */
public record NoticeText(String language, String text) {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{\\s*(start|end|previousEnd|duration)\\s*}}");

    /** In English where there is English, with the times of the window's own zone. */
    public static NoticeText of(PublicNotice notice) {
        return of(notice.notice().text(), notice.window(), Times.zone(notice.window().zone()));
    }

    static NoticeText of(@Nullable Map<String, String> texts, PublicWindow window, ZoneId zone) {
        if (texts == null || texts.isEmpty()) {
            return new NoticeText("", "");
        }
        String english = texts.get("en");
        if (english != null) {
            return new NoticeText("en", rendered(english, window, zone));
        }
        var first = new TreeMap<>(texts).firstEntry();
        return new NoticeText(first.getKey(), rendered(first.getValue(), window, zone));
    }

    private static String rendered(String text, PublicWindow window, ZoneId zone) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), window, zone)));
    }

    private static String value(String name, PublicWindow window, ZoneId zone) {
        return switch (name) {
            case "start" -> Times.inText(window.start(), zone);
            case "end" -> Times.inText(window.end(), zone);
            case "previousEnd" -> previousEnd(window, zone);
            default -> Times.duration(Duration.between(window.start(), window.end()));
        };
    }

    /** Where nothing was extended yet, the end is what it always was. */
    private static String previousEnd(PublicWindow window, ZoneId zone) {
        Instant previous = window.previousEnd();
        return Times.inText(previous == null ? window.end() : previous, zone);
    }
}
