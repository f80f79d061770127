package dev.interlude.planner.window;

import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What shall be done, when, and to what.
 *
 * @param number gapless, from 1; null only while the plan is not stored
 * @param end the present end, as moved by extensions
 * @param templateId the template of the checklist that it follows, or null
 * @param copyOf the earlier window that it was made from, or null
 * @param series of which it is an occurrence, or null
 */
public record Plan(
        String windowId,
        @Nullable Long number,
        String title,
        Map<String, String> publicText,
        @Nullable Map<String, String> internalText,
        String zone,
        Instant start,
        Instant end,
        Kind kind,
        Audience audience,
        boolean tentative,
        String team,
        @Nullable String reason,
        @Nullable Risk risk,
        List<String> references,
        List<ComponentImpact> components,
        List<String> reminders,
        @Nullable Duration updateEvery,
        @Nullable String templateId,
        @Nullable String copyOf,
        WindowEvent.@Nullable OfSeries series) {

    static Plan of(WindowPlanned e, @Nullable Long number) {
        return new Plan(
                e.windowId(),
                number,
                e.title(),
                e.publicText(),
                e.internalText(),
                e.zone(),
                e.start(),
                e.end(),
                e.kind(),
                e.audience(),
                e.tentative(),
                e.team(),
                e.reason(),
                e.risk(),
                e.references(),
                e.components(),
                e.reminders(),
                e.updateEvery(),
                e.templateId(),
                e.copyOf(),
                e.series());
    }

    Plan revised(WindowRevised e) {
        return new Plan(
                windowId,
                number,
                Objects.requireNonNullElse(e.title(), title),
                Objects.requireNonNullElse(e.publicText(), publicText),
                e.internalText() == null ? internalText : e.internalText(),
                zone,
                start,
                end,
                kind,
                Objects.requireNonNullElse(e.audience(), audience),
                tentative,
                team,
                e.reason() == null ? reason : e.reason(),
                e.risk() == null ? risk : e.risk(),
                Objects.requireNonNullElse(e.references(), references),
                Objects.requireNonNullElse(e.components(), components),
                Objects.requireNonNullElse(e.reminders(), reminders),
                e.updateEvery() == null ? updateEvery : e.updateEvery(),
                templateId,
                copyOf,
                series);
    }

    Plan endingAt(Instant newEnd) {
        return at(start, newEnd);
    }

    Plan at(Instant newStart, Instant newEnd) {
        return with(publicText, newStart, newEnd, tentative);
    }

    Plan confirmed() {
        return with(publicText, start, end, false);
    }

    Plan saying(Map<String, String> text) {
        return with(text, start, end, tentative);
    }

    private Plan with(
            Map<String, String> newText, Instant newStart, Instant newEnd, boolean unsure) {
        return new Plan(
                windowId,
                number,
                title,
                newText,
                internalText,
                zone,
                newStart,
                newEnd,
                kind,
                audience,
                unsure,
                team,
                reason,
                risk,
                references,
                components,
                reminders,
                updateEvery,
                templateId,
                copyOf,
                series);
    }

    Optional<ComponentImpact> component(String id) {
        return components.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** Told to those who are told when nobody says otherwise. */
    public boolean audienceIsUsual() {
        return audience == Kinds.usualAudience(kind, worst());
    }

    /** The worst that customers will notice. */
    public Impact worst() {
        return components.stream()
                .map(ComponentImpact::impact)
                .max(Impact::compareTo)
                .orElse(Impact.NO_IMPACT);
    }
}
