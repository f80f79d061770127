package dev.interlude.checklist.command;

import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.Origin;
import dev.interlude.checklist.checklist.Origin.Changed;
import dev.interlude.checklist.checklist.Progress;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.checklist.StepDraft;
import dev.interlude.checklist.checklist.StepRecord;
import dev.interlude.checklist.command.TemplateRequests.FromChecklistRequest;
import dev.interlude.checklist.template.Template;
import dev.interlude.checklist.template.Template.Version;
import dev.interlude.checklist.template.TemplateCommand.PublishTemplate;
import dev.interlude.checklist.template.TemplateDiff;
import dev.interlude.checklist.view.run.TemplateRuns.History;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.http.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checklists of templates and of earlier runs, and templates of runs. */
final class Copies {

    private Copies() {}

    /** What a checklist is made of. */
    record Made(
            String title,
            List<StepDraft> steps,
            Origin origin,
            Map<String, List<Duration>> earlier) {}

    /** Of a template: with what changed since its last run, and how long steps took before. */
    static Made ofTemplate(String id, Template template, @Nullable Integer asked, History history) {
        Version version =
                (asked == null ? template.latest() : template.version(asked))
                        .orElseThrow(
                                () -> Problem.invalid("/templateId", "there is no such template"));
        Integer before = history.version();
        List<Changed> changes =
                before == null
                        ? List.of()
                        : TemplateDiff.between(template, before, version.version());
        var origin =
                new Origin(
                        id,
                        version.version(),
                        null,
                        history.lastRun(),
                        changes.isEmpty() ? null : changes);
        return new Made(version.title(), drafts(version.steps()), origin, history.earlier());
    }

    /** Of an earlier run, as it was in the end; what it took is one more earlier duration. */
    static Made ofRun(Checklist run) {
        Checklist.Plan plan = run.plan();
        if (plan == null) {
            throw new IllegalArgumentException("only a drafted checklist is copied");
        }
        Origin from = plan.origin();
        Map<String, List<Duration>> earlier = new HashMap<>();
        for (StepRecord s : run.steps().values()) {
            List<Duration> took = took(s);
            if (!took.isEmpty()) {
                earlier.put(s.step().id(), took);
            }
        }
        var origin =
                new Origin(
                        from == null ? null : from.templateId(),
                        from == null ? null : from.version(),
                        plan.windowId(),
                        null,
                        null);
        return new Made(plan.title(), drafts(run.planned()), origin, earlier);
    }

    static PublishTemplate template(
            Act act, FromChecklistRequest body, Checklist run, boolean first) {
        Checklist.Plan plan = run.plan();
        String title = body.title();
        if (title == null && first && plan != null) {
            title = plan.title();
        }
        return new PublishTemplate(
                act,
                body.id(),
                first,
                title,
                null,
                drafts(run.planned()),
                body.note(),
                body.team(),
                plan == null ? null : plan.windowId());
    }

    private static List<Duration> took(StepRecord s) {
        List<Duration> all = new ArrayList<>();
        if (s.progress() instanceof Progress.Done done) {
            all.add(Duration.between(done.startedAt(), done.completedAt()));
        }
        List<Duration> earlier = s.earlier();
        if (earlier != null) {
            all.addAll(earlier.subList(0, Math.min(19, earlier.size())));
        }
        return all;
    }

    /** Instants belong to one night: they are not copied. */
    private static List<StepDraft> drafts(List<Step> steps) {
        return steps.stream().map(StepDraft::of).map(StepDraft::atAnyTime).toList();
    }
}
