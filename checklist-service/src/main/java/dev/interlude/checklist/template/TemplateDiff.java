package dev.interlude.checklist.template;

import dev.interlude.checklist.checklist.Difference;
import dev.interlude.checklist.checklist.Origin.Changed;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.template.Template.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What changed from one version to another, and what was said about the version that did it. */
public final class TemplateDiff {

    private TemplateDiff() {}

    /** The changes after version {@code from} up to version {@code to}, in the order of steps. */
    public static List<Changed> between(Template template, int from, int to) {
        Version first = template.version(from).orElse(null);
        Version last = template.version(to).orElse(null);
        if (first == null || last == null) {
            return List.of();
        }
        Map<String, Step> before = byId(first);
        Map<String, Step> after = byId(last);
        List<Changed> changes = new ArrayList<>();
        after.forEach((id, step) -> {
            Step old = before.get(id);
            List<String> members = old == null ? List.of() : Difference.between(old, step);
            if (old == null || !members.isEmpty()) {
                changes.add(
                        change(
                                template,
                                from,
                                to,
                                old == null ? "ADDED" : "CHANGED",
                                step,
                                members));
            }
        });
        before.forEach((id, step) -> {
            if (!after.containsKey(id)) {
                changes.add(change(template, from, to, "REMOVED", step, List.of()));
            }
        });
        return changes;
    }

    private static Changed change(
            Template template, int from, int to, String what, Step step, List<String> members) {
        Version by = lastToTouch(template, from, to, step.id());
        return new Changed(what, step.id(), step.title(), members, by.version(), by.note());
    }

    private static Version lastToTouch(Template template, int from, int to, String id) {
        Version touched = template.version(to).orElseThrow();
        for (int n = to; n > from; n--) {
            Version version = template.version(n).orElseThrow();
            Version before = template.version(n - 1).orElseThrow();
            Step is = byId(version).get(id);
            Step was = byId(before).get(id);
            if (is == null ? was != null : !is.equals(was)) {
                return version;
            }
            touched = version;
        }
        return touched;
    }

    private static Map<String, Step> byId(Version version) {
        Map<String, Step> steps = new LinkedHashMap<>();
        version.steps().forEach(step -> steps.put(step.id(), step));
        return steps;
    }
}
