package dev.interlude.checklist.markdown;

import dev.interlude.checklist.checklist.Drafting;
import dev.interlude.checklist.checklist.Expectation;
import dev.interlude.checklist.checklist.Mode;
import dev.interlude.checklist.checklist.Phase;
import dev.interlude.checklist.checklist.Probe;
import dev.interlude.checklist.checklist.Script;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.checklist.Verifies;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a checklist so that reading it gives the same plan. */
public final class MarkdownWriter {

    private static final String INDENT = "      ";

    private final StringBuilder out = new StringBuilder();
    private final List<Step> written = new ArrayList<>();

    private MarkdownWriter() {}

    /**
     * Writes the steps by phase.
     *
     * @param done which of them get a tick
     */
    public static String write(String title, List<Step> steps, Predicate<Step> done) {
        var writer = new MarkdownWriter();
        writer.out.append("# ").append(title).append('\n');
        for (Phase phase : Phase.values()) {
            List<Step> of = steps.stream().filter(step -> step.phase() == phase).toList();
            if (!of.isEmpty()) {
                writer.out.append("\n## ").append(heading(phase)).append('\n');
                of.forEach(step -> writer.step(step, done.test(step)));
            }
        }
        return writer.out.toString();
    }

    private static String heading(Phase phase) {
        return switch (phase) {
            case PREPARE -> "Prepare";
            case CARRY_OUT -> "Carry out";
            case VERIFY -> "Verify";
            case ROLLBACK -> "Rollback";
        };
    }

    private void step(Step step, boolean done) {
        out.append(done ? "- [x] " : "- [ ] ").append(step.title());
        out.append(" {").append(String.join(" ", attributes(step))).append("}\n");
        if (step.instruction() != null) {
            step.instruction()
                    .lines()
                    .forEach(line -> out.append(line.isEmpty() ? "" : INDENT + line).append('\n'));
        }
        step.sideEffects()
                .forEach(effect ->
                        out.append(INDENT).append("Side effect: ").append(effect).append('\n'));
        written.add(step);
    }

    private List<String> attributes(Step step) {
        List<String> all = new ArrayList<>();
        all.add("#" + step.id());
        all.add(Durations.print(step.expectedDuration()));
        all.add("@" + step.lane());
        if (!step.dependsOn().equals(Drafting.usual(written, step.phase(), step.lane()))) {
            all.add("after:" + String.join(",", step.dependsOn()));
        }
        Mode usual = step.pointOfNoReturn() ? Mode.READ_DO : Mode.DO_CONFIRM;
        if (step.mode() != usual) {
            all.add("mode:" + Attributes.written(step.mode()));
        }
        if (step.pointOfNoReturn()) {
            all.add("no-return");
        }
        if (step.rollbackOf() != null) {
            all.add("rollback-of:" + step.rollbackOf());
        }
        if (step.noRollback() != null) {
            all.add("no-rollback:\"" + escaped(step.noRollback()) + "\"");
        }
        if (step.verifies() != Verifies.WORK) {
            all.add("verifies:" + Attributes.written(step.verifies()));
        }
        if (step.notBefore() != null) {
            all.add("not-before:" + step.notBefore());
        }
        if (step.dueAt() != null) {
            all.add("due:" + step.dueAt());
        }
        all.addAll(script(step.script()));
        all.addAll(expectation(step.expectation()));
        return all;
    }

    private static List<String> script(@Nullable Script script) {
        List<String> all = new ArrayList<>();
        if (script != null) {
            all.add("script:" + script.name());
            script.arguments().forEach(argument -> all.add(quoted("arg", argument)));
            if (script.timeout() != null) {
                all.add("timeout:" + Durations.print(script.timeout()));
            }
        }
        return all;
    }

    private static List<String> expectation(@Nullable Expectation expected) {
        List<String> all = new ArrayList<>();
        if (expected != null) {
            all.add(quoted("expect", expected.text()));
            if (expected.atLeast() != null) {
                all.add("at-least:" + expected.atLeast());
            }
            if (expected.atMost() != null) {
                all.add("at-most:" + expected.atMost());
            }
            if (expected.unit() != null) {
                all.add(quoted("unit", expected.unit()));
            }
            all.addAll(probe(expected.probe()));
        }
        return all;
    }

    private static List<String> probe(@Nullable Probe probe) {
        List<String> all = new ArrayList<>();
        if (probe != null) {
            all.add(quoted("probe", probe.url()));
            if (probe.status() != null) {
                all.add("probe-status:" + probe.status());
            }
            if (probe.within() != null) {
                all.add("probe-within:" + Durations.printFine(probe.within()));
            }
            if (probe.pointer() != null) {
                all.add(quoted("probe-value", probe.pointer()));
            }
        }
        return all;
    }

    private static String quoted(String name, String text) {
        return name + ":\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
