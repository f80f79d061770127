package dev.interlude.checklist.command;

import dev.interlude.checklist.checklist.Drafting;
import dev.interlude.checklist.checklist.Fault;
import dev.interlude.checklist.checklist.PlanRules;
import dev.interlude.checklist.command.Requests.DraftRequest;
import dev.interlude.checklist.command.Requests.StepRequest;
import dev.interlude.checklist.markdown.MarkdownPlan;
import dev.interlude.checklist.markdown.MarkdownReader;
import dev.interlude.checklist.markdown.UnreadableMarkdown;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the plan of a request; what is wrong in Markdown is named by its line. */
final class Plans {

    private static final String UNTITLED = "Checklist";

    private Plans() {}

    static MarkdownPlan of(DraftRequest body) {
        String markdown = body.markdown();
        List<StepRequest> steps = body.steps();
        if (Stream.of(markdown, steps, body.templateId(), body.copyOf())
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw Problem.invalid("", "one of markdown, steps, templateId and copyOf");
        }
        String title = body.title();
        if (markdown != null) {
            MarkdownPlan plan = of(markdown, "/markdown");
            return title == null
                    ? plan
                    : new MarkdownPlan(title, plan.steps(), plan.lines(), plan.warnings());
        }
        return new MarkdownPlan(
                title == null ? UNTITLED : title,
                steps == null ? List.of() : steps.stream().map(StepRequest::draft).toList(),
                List.of(),
                List.of());
    }

    static MarkdownPlan of(String markdown, String pointer) {
        if (!LogJson.isWritable(markdown)) {
            throw Problem.invalid(pointer, "not whole characters");
        }
        try {
            MarkdownPlan plan = MarkdownReader.read(markdown);
            List<Fault> faults = PlanRules.faults(Drafting.complete(List.of(), plan.steps()));
            if (!faults.isEmpty()) {
                Fault first = faults.getFirst();
                throw wrong(pointer, line(plan, first), first.rule());
            }
            return plan;
        } catch (UnreadableMarkdown unreadable) {
            throw wrong(pointer, unreadable.line(), unreadable.rule());
        }
    }

    private static int line(MarkdownPlan plan, Fault fault) {
        return plan.lines().get(Math.min(fault.index(), plan.lines().size() - 1));
    }

    private static Problem wrong(String pointer, int line, String rule) {
        return Problem.of(422, "invalid", "line " + line + ": " + rule)
                .with("errors", List.of(Map.of("pointer", pointer, "rule", rule, "line", line)));
    }
}
