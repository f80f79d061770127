package dev.interlude.checklist.checklist;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a plan must be before anybody looks at it. */
public final class PlanRules {

    /** More can't be kept in view. */
    public static final int MOST_STEPS = 200;

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

    private final List<Step> steps;
    private final Map<String, Step> byId = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private PlanRules(List<Step> steps) {
        this.steps = steps;
    }

    /** Everything that is wrong, by the steps' order; empty when the plan may stand. */
    public static List<Fault> faults(List<Step> steps) {
        return new PlanRules(steps).judge();
    }

    /** What a title of a whole plan must be; null when this is one. */
    public static @Nullable String titleFault(String title) {
        return title.isBlank()
                        || title.length() > 200
                        || title.chars().anyMatch(Character::isISOControl)
                ? "a title has 1 to 200 characters on one line"
                : null;
    }

    private List<Fault> judge() {
        if (steps.size() > MOST_STEPS) {
            fault(MOST_STEPS, "", "a checklist has at most " + MOST_STEPS + " steps");
        }
        for (int i = 0; i < steps.size(); i++) {
            form(i, steps.get(i));
            if (byId.put(steps.get(i).id(), steps.get(i)) != null) {
                fault(i, "id", "there are two steps \"" + steps.get(i).id() + "\"");
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            references(i, steps.get(i));
        }
        if (faults.isEmpty()) {
            cycles();
        }
        return List.copyOf(faults);
    }

    private void form(int i, Step step) {
        text(i, "title", step.title(), 200);
        slug(i, "id", step.id());
        slug(i, "lane", step.lane());
        if (step.instruction() != null && step.instruction().length() > 20_000) {
            fault(i, "instruction", "an instruction has at most 20000 characters");
        }
        if (!step.expectedDuration().truncatedTo(ChronoUnit.SECONDS).equals(step.expectedDuration())
                || !step.expectedDuration().isPositive()
                || step.expectedDuration().compareTo(LONGEST) > 0) {
            fault(i, "expectedDuration", "a step takes from one second to 24 hours, whole seconds");
        }
        if (step.noRollback() != null) {
            text(i, "noRollback", step.noRollback(), 1_000);
        }
        if (step.sideEffects().size() > 20) {
            fault(i, "sideEffects", "a step has at most 20 side effects");
        }
        step.sideEffects().forEach(effect -> text(i, "sideEffects", effect, 1_000));
        phase(i, step);
        FieldRules.faults(step).forEach((member, rule) -> fault(i, member, rule));
    }

    private void phase(int i, Step step) {
        boolean carryOut = step.phase() == Phase.CARRY_OUT;
        if (step.pointOfNoReturn() && !carryOut) {
            fault(i, "pointOfNoReturn", "only a carry-out step is a point of no return");
        }
        if (step.pointOfNoReturn() && step.mode() != Mode.READ_DO) {
            fault(i, "mode", "a point of no return is READ_DO");
        }
        if (step.noRollback() != null && !carryOut) {
            fault(i, "noRollback", "only a carry-out step says why it has no rollback");
        }
        if (step.rollbackOf() != null && step.phase() != Phase.ROLLBACK) {
            fault(i, "rollbackOf", "only a rollback step undoes another");
        }
        if (step.verifies() != Verifies.WORK && step.phase() != Phase.VERIFY) {
            fault(i, "verifies", "only a verify step says what it verifies");
        }
    }

    private void references(int i, Step step) {
        for (String id : step.dependsOn()) {
            Step before = byId.get(id);
            if (before == null) {
                fault(i, "dependsOn", "there is no step \"" + id + "\"");
            } else if (before.phase().compareTo(step.phase()) > 0
                    || (step.phase() == Phase.ROLLBACK && before.phase() != Phase.ROLLBACK)) {
                fault(i, "dependsOn", "a step can't wait for one of another, later phase: " + id);
            }
        }
        String undone = step.rollbackOf();
        if (undone != null) {
            Step other = byId.get(undone);
            if (other == null || other.phase() != Phase.CARRY_OUT) {
                fault(i, "rollbackOf", "there is no carry-out step \"" + undone + "\"");
            }
        }
    }

    private void cycles() {
        Set<String> done = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            List<String> loop = loop(steps.get(i), new ArrayList<>(), done);
            if (!loop.isEmpty()) {
                fault(i, "dependsOn", "steps wait for each other: " + String.join(" → ", loop));
                return;
            }
        }
    }

    /** The steps of a circle, the first one again at the end; empty when there is none. */
    private List<String> loop(Step step, List<String> path, Set<String> done) {
        int seen = path.indexOf(step.id());
        path.add(step.id());
        if (seen >= 0) {
            return path.subList(seen, path.size());
        }
        if (done.add(step.id())) {
            for (String id : step.dependsOn()) {
                Step before = byId.get(id);
                List<String> found = before == null ? List.of() : loop(before, path, done);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        path.removeLast();
        return List.of();
    }

    private void text(int i, String member, String text, int longest) {
        if (text.isBlank()
                || text.length() > longest
                || text.chars().anyMatch(Character::isISOControl)) {
            fault(i, member, "needs 1 to " + longest + " characters on one line");
        }
    }

    private void slug(int i, String member, String slug) {
        if (!SLUG.matcher(slug).matches()) {
            fault(i, member, "\"" + slug + "\" is no slug: a-z, 0-9 and hyphens, at most 64");
        }
    }

    private void fault(int i, String member, String rule) {
        faults.add(new Fault(i, member, rule));
    }
}
