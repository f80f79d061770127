package dev.interlude.notifier.notice;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentence of a notice whose event brings no public text. */
final class DefaultText {

    private DefaultText() {}

    /**
     * The sentence, by its language.
     *
     * @param before the snapshot that was told last; null at the first notice
     */
    static Map<String, String> of(
            NoticeKind kind, PublicWindow window, @Nullable PublicWindow before) {
        return Map.of("en", sentence(kind, window, before));
    }

    private static String sentence(
            NoticeKind kind, PublicWindow window, @Nullable PublicWindow before) {
        return switch (kind) {
            case ANNOUNCED -> "Maintenance is planned from {{start}} to {{end}}.";
            case REVISED ->
                    before != null && before.tentative() && !window.tentative()
                            ? "It is certain now: maintenance from {{start}} to {{end}}."
                            : "The plan of this maintenance has been revised.";
            case REMINDER -> "Maintenance begins at {{start}} and is planned to end at {{end}}.";
            case MOVED ->
                    "The maintenance has been moved: it is now planned from {{start}} to {{end}}.";
            case DELAYED -> "The maintenance was to start at {{start}} and has not started yet.";
            case STARTED -> "The maintenance has started. It is planned to end at {{end}}.";
            case PROGRESS ->
                    before != null && before.state() != window.state()
                            ? "Something is left to do: the work goes on."
                            : "The work goes on; the time of the next update has changed.";
            case IMPACT_CHANGED -> "The impact has changed: " + impacts(window) + ".";
            case EXTENDED ->
                    "The maintenance takes longer than announced: it now ends at {{end}} instead"
                            + " of {{previousEnd}}.";
            case OVERRUN ->
                    "The maintenance was to end at {{end}} and is still under way. A new end will"
                            + " be announced.";
            case VERIFYING ->
                    before != null && before.state() == WindowState.RollingBack
                            ? "The change is undone, and that is now being verified."
                            : "The work is done and is now being verified.";
            case ROLLING_BACK ->
                    "The change is being undone: we go back to how it was before. It is planned to"
                            + " end at {{end}}.";
            case COMPLETED -> completed(window);
            case CANCELLED -> "This maintenance will not take place.";
            case CORRECTION -> "An earlier text about this maintenance has been corrected.";
        };
    }

    private static String completed(PublicWindow window) {
        boolean left = window.components().stream().anyMatch(c -> c.impact() != Impact.NO_IMPACT);
        return left
                ? "The maintenance has ended. Still affected: " + stillAffected(window) + "."
                : "The maintenance is complete.";
    }

    private static String impacts(PublicWindow window) {
        return window.components().stream()
                .map(DefaultText::impact)
                .collect(Collectors.joining("; "));
    }

    private static String stillAffected(PublicWindow window) {
        return window.components().stream()
                .filter(c -> c.impact() != Impact.NO_IMPACT)
                .map(DefaultText::impact)
                .collect(Collectors.joining("; "));
    }

    private static String impact(AffectedComponent component) {
        String words = component.impact().name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return component.name() + ": " + words;
    }
}
