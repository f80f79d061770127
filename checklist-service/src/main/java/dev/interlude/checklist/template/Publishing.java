package dev.interlude.checklist.template;

import dev.interlude.checklist.checklist.Drafting;
import dev.interlude.checklist.checklist.Fault;
import dev.interlude.checklist.checklist.PlanRules;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.template.Template.Version;
import dev.interlude.checklist.template.TemplateCommand.PublishTemplate;
import dev.interlude.checklist.template.TemplateEvent.TemplatePublished;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A first version, and each one after it. */
final class Publishing {

    private Publishing() {}

    static Decision<TemplateEvent> publish(PublishTemplate c, Template state) {
        Version before = state.latest().orElse(null);
        Rejection no = refuse(c.act(), before == null ? c.team() : before.team(), "planner");
        if (no == null && before != null && c.onlyFirst()) {
            no = Rejection.conflict("already-exists", "there is such a template already");
        }
        if (no == null && before == null && !c.onlyFirst()) {
            no = Rejection.notFound("there is no template \"" + c.templateId() + "\"");
        }
        String title = c.title() == null && before != null ? before.title() : c.title();
        List<Step> steps = Drafting.complete(List.of(), c.steps());
        if (no == null) {
            String fault = title == null ? "a template has one" : PlanRules.titleFault(title);
            no = fault == null ? wrong(steps) : Rejection.invalid("/title", fault);
        }
        if (no != null || title == null) {
            return no == null ? Decision.nothing() : Decision.reject(no);
        }
        PlanPart plan = c.plan() == null && before != null ? before.plan() : c.plan();
        boolean same =
                before != null
                        && before.steps().equals(steps)
                        && before.title().equals(title)
                        && Objects.equals(before.plan(), plan);
        return same
                ? Decision.nothing()
                : Decision.accept(
                        new TemplatePublished(
                                c.templateId(),
                                before == null ? 1 : before.version() + 1,
                                title,
                                plan,
                                steps,
                                c.note(),
                                before == null ? c.team() : before.team(),
                                c.fromWindow()));
    }

    /** The product itself brings templates; else it takes the role, in the team if there is one. */
    static @Nullable Rejection refuse(Act act, @Nullable String team, String role) {
        if (!act.actor().commands()) {
            return null;
        }
        boolean may =
                team == null
                        ? act.authority().grants().stream().anyMatch(g -> g.role().equals(role))
                        : act.authority().allows(role, team);
        return may
                ? null
                : Rejection.forbidden(
                        "role-missing",
                        "needs the role " + role + (team == null ? "" : " in team " + team));
    }

    static @Nullable Rejection wrong(List<Step> steps) {
        if (steps.isEmpty()) {
            return Rejection.invalid("/steps", "a template has at least one step");
        }
        List<Fault> faults = PlanRules.faults(steps);
        if (faults.isEmpty()) {
            return null;
        }
        List<Map<String, String>> errors =
                faults.stream()
                        .map(f ->
                                Map.of(
                                        "pointer",
                                        "/steps/" + f.index() + "/" + f.member(),
                                        "rule",
                                        f.rule()))
                        .toList();
        return new Rejection(
                Rejection.Kind.INVALID,
                "invalid",
                faults.getFirst().rule(),
                Map.of("errors", errors));
    }
}
