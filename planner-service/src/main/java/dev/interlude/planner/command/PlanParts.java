package dev.interlude.planner.command;

import dev.interlude.planner.command.Requests.ComponentImpactRequest;
import dev.interlude.planner.command.Requests.PlanRequest;
import dev.interlude.planner.command.Requests.RiskRequest;
import dev.interlude.planner.heard.TemplatePublished;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.Kind;
import dev.interlude.planner.window.Plan;
import dev.interlude.planner.window.Risk;
import dev.interlude.planner.window.Window.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of a plan that come from elsewhere; what the request says itself goes first. */
final class PlanParts {

    private PlanParts() {}

    /**
     * All but what belongs to one night: its start, its crew, whether it was sure. It lasts as long
     * as it was promised to in the end, extensions included; what was an emergency is none this
     * time; those who were told as usual are told as usual for what it is now.
     */
    static PlanRequest ofWindow(PlanRequest asked, Known earlier) {
        Plan plan = earlier.plan();
        return new PlanRequest(
                or(asked.title(), plan.title()),
                or(asked.publicText(), texts(plan.publicText())),
                or(asked.internalText(), texts(plan.internalText())),
                or(asked.zone(), plan.zone()),
                asked.start(),
                end(asked, Duration.between(plan.start(), plan.end())),
                or(asked.components(), components(plan)),
                or(asked.kind(), plan.kind() == Kind.EMERGENCY ? Kind.NORMAL : plan.kind()),
                or(asked.audience(), plan.audienceIsUsual() ? null : plan.audience()),
                or(asked.team(), plan.team()),
                or(asked.reason(), plan.reason()),
                or(asked.risk(), risk(plan.risk())),
                or(asked.references(), plan.references()),
                asked.crew(),
                or(asked.reminders(), plan.reminders()),
                or(asked.updateEvery(), plan.updateEvery()),
                asked.tentative(),
                or(asked.templateId(), plan.templateId()),
                asked.copyOf(),
                asked.upTo());
    }

    /** What its template says of a window of this kind. */
    static PlanRequest ofTemplate(PlanRequest asked, TemplatePublished template) {
        var part = template.plan();
        if (part == null) {
            part = new TemplatePublished.Part(null, null, null, null, null, null);
        }
        return new PlanRequest(
                or(asked.title(), template.title()),
                or(asked.publicText(), texts(part.publicText())),
                or(asked.internalText(), texts(part.internalText())),
                asked.zone(),
                asked.start(),
                end(asked, part.duration()),
                or(asked.components(), components(part.components())),
                asked.kind(),
                asked.audience(),
                asked.team(),
                asked.reason(),
                or(asked.risk(), risk(part.risk())),
                asked.references(),
                asked.crew(),
                or(asked.reminders(), part.reminders()),
                asked.updateEvery(),
                asked.tentative(),
                asked.templateId(),
                asked.copyOf(),
                asked.upTo());
    }

    /** True when something is left out that a template may say. */
    static boolean templateCanAdd(PlanRequest asked) {
        return asked.title() == null
                || asked.publicText() == null
                || asked.internalText() == null
                || asked.end() == null
                || asked.components() == null
                || asked.risk() == null
                || asked.reminders() == null;
    }

    private static @Nullable Instant end(PlanRequest asked, @Nullable Duration lasts) {
        return asked.end() != null || lasts == null ? asked.end() : asked.start().plus(lasts);
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T other) {
        return said == null ? other : said;
    }

    private static @Nullable Texts texts(@Nullable Map<String, String> byLanguage) {
        return byLanguage == null ? null : new Texts(byLanguage);
    }

    private static List<ComponentImpactRequest> components(Plan plan) {
        return plan.components().stream()
                .map(c -> new ComponentImpactRequest(c.id(), c.impact()))
                .toList();
    }

    private static @Nullable List<ComponentImpactRequest> components(
            @Nullable List<TemplatePublished.Affected> affected) {
        return affected == null || affected.isEmpty()
                ? null
                : affected.stream()
                        .map(c -> new ComponentImpactRequest(c.id(), Impact.valueOf(c.impact())))
                        .toList();
    }

    private static @Nullable RiskRequest risk(@Nullable Risk risk) {
        return risk == null ? null : new RiskRequest(risk.level(), risk.text());
    }

    private static @Nullable RiskRequest risk(TemplatePublished.@Nullable PartRisk risk) {
        return risk == null ? null : new RiskRequest(Risk.Level.valueOf(risk.level()), risk.text());
    }
}
