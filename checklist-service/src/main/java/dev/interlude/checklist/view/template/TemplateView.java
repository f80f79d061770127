package dev.interlude.checklist.view.template;

import dev.interlude.checklist.checklist.Origin.Changed;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.template.PlanPart;
import dev.interlude.checklist.template.Template;
import dev.interlude.checklist.template.Template.Version;
import dev.interlude.checklist.template.TemplateDiff;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template. Persons are opaque ids, instants UTC.
 *
 * @param plan what a window is planned with; null when the template holds steps only
 * @param versions all there are, oldest first
 * @param proposals all there were, oldest first
 * @param diff what changed since the version asked for; null when none was
 */
public record TemplateView(
        String id,
        int version,
        String title,
        @Nullable String team,
        @Nullable PlanPart plan,
        List<Step> steps,
        List<VersionView> versions,
        List<ProposalView> proposals,
        @Nullable List<Changed> diff) {

    /** When a version was published, by whom and why. */
    public record VersionView(
            int version,
            @Nullable String note,
            String by,
            Instant at,
            @Nullable String fromWindow) {}

    /**
     * What somebody thinks should be otherwise.
     *
     * @param state OPEN, ACCEPTED or DECLINED
     * @param lesson number in the post-mortem of that window, when it was learned there
     * @param version what it became
     */
    public record ProposalView(
            int proposal,
            String state,
            String text,
            @Nullable List<Step> steps,
            @Nullable String windowId,
            @Nullable Integer lesson,
            String by,
            Instant at,
            @Nullable Integer version,
            @Nullable String reason) {}

    /** That version, with what changed since another one if that is asked for. */
    public static TemplateView of(
            String id, Template template, Version version, @Nullable Integer since) {
        return new TemplateView(
                id,
                version.version(),
                version.title(),
                version.team(),
                version.plan(),
                version.steps(),
                template.versions().stream().map(TemplateView::version).toList(),
                template.proposals().stream().map(TemplateView::proposal).toList(),
                since == null ? null : TemplateDiff.between(template, since, version.version()));
    }

    private static VersionView version(Version v) {
        return new VersionView(v.version(), v.note(), v.by().id(), v.at(), v.fromWindow());
    }

    private static ProposalView proposal(Template.Proposal p) {
        String state = p.open() ? "OPEN" : p.declined() ? "DECLINED" : "ACCEPTED";
        return new ProposalView(
                p.ordinal(),
                state,
                p.text(),
                p.steps(),
                p.windowId(),
                p.lesson(),
                p.by().id(),
                p.at(),
                p.version(),
                p.reason());
    }
}
