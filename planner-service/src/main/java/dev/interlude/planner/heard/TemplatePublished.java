package dev.interlude.planner.heard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A version of a template, of which the planner reads what windows are planned with. */
public record TemplatePublished(String templateId, String title, @Nullable Part plan) {

    public static final String TYPE = "dev.interlude.checklist.TemplatePublished.v1";

    /** Each member may be left open. */
    public record Part(
            @Nullable Map<String, String> publicText,
            @Nullable Map<String, String> internalText,
            @Nullable List<Affected> components,
            @Nullable Duration duration,
            @Nullable List<String> reminders,
            @Nullable PartRisk risk) {}

    /** {@code impact} as written. */
    public record Affected(String id, String impact) {}

    /** {@code level} LOW, MEDIUM or HIGH. */
    public record PartRisk(String level, @Nullable String text) {}

    /** Without these it is no template, and is parked rather than met halfway. */
    public TemplatePublished {
        Objects.requireNonNull(templateId, "templateId");
        Objects.requireNonNull(title, "title");
    }
}
