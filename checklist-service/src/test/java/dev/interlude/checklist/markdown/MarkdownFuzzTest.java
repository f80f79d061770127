package dev.interlude.checklist.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.checklist.checklist.Drafting;
import dev.interlude.checklist.checklist.Expectation;
import dev.interlude.checklist.checklist.Mode;
import dev.interlude.checklist.checklist.Phase;
import dev.interlude.checklist.checklist.PlanRules;
import dev.interlude.checklist.checklist.Probe;
import dev.interlude.checklist.checklist.Script;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.checklist.StepDraft;
import dev.interlude.checklist.checklist.Verifies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkdownFuzzTest {

    private static final String PIECES =
            "# |## |- [ ] |- [x] |* [ ] |1. [ ] |      |{|}|#a|@buddy|15m|1h30m|after:|mode:read-do|"
                    + "no-return|rollback-of:a|no-rollback:\"x\\\"y\"|verifies:both|script:a.sh|arg:\"-x\"|"
                    + "timeout:5m|expect:\"ok\"|at-most:5|unit:ms|not-before:2026-03-07T01:00:00Z|"
                    + "Prepare|Carry out|Verify|Rollback|Side effect: |```|\n|\n\n|\t|\"|\\|ä|\uD83D\uDE80|"
                    + "<b>|&amp;|---|> |title";

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void whatever_is_written_is_read_or_refused_by_its_line() {
        System.out.println("MarkdownFuzzTest seed " + seed);
        String[] pieces = PIECES.split("\\|", -1);
        int read = 0;
        for (int round = 0; round < 30_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
                text.append(random.nextInt(3) == 0 ? " " : "");
            }
            read += reads(text.toString()) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(100);
    }

    private boolean reads(String text) {
        try {
            List<Step> steps = Drafting.complete(List.of(), MarkdownReader.read(text).steps());
            PlanRules.faults(steps);
            return true;
        } catch (UnreadableMarkdown refused) {
            assertThat(refused.line())
                    .as("seed %d: %s", seed, text)
                    .isBetween(1, Math.max(1, (int) text.lines().count()));
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + text, e);
        }
    }

    @Test
    void whatever_is_planned_is_written_and_read_without_loss() {
        for (int round = 0; round < 2_000; round++) {
            List<Step> steps = Drafting.complete(List.of(), drafts());
            if (steps.isEmpty() || !PlanRules.faults(steps).isEmpty()) {
                continue;
            }
            String written = MarkdownWriter.write("Plan", steps, _ -> false);
            List<Step> again = Drafting.complete(List.of(), MarkdownReader.read(written).steps());
            assertThat(again).as("seed %d: %s", seed, written).isEqualTo(steps);
        }
    }

    @Test
    void too_many_steps_are_refused_before_they_are_read() {
        String many = "- [ ] a\n".repeat(25_000);
        assertThatThrownBy(() -> MarkdownReader.read(many))
                .isInstanceOf(UnreadableMarkdown.class)
                .hasMessageContaining("200");
    }

    private List<StepDraft> drafts() {
        List<StepDraft> drafts = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                drafts.add(draft(phase, drafts));
            }
        }
        return drafts;
    }

    private StepDraft draft(Phase phase, List<StepDraft> before) {
        List<String> after = new ArrayList<>();
        for (StepDraft other : before) {
            if (other.id() != null && random.nextInt(5) == 0) {
                after.add(other.id());
            }
        }
        boolean carryOut = phase == Phase.CARRY_OUT;
        return new StepDraft(
                "s" + before.size(),
                words(),
                phase,
                maybe(words() + "\n\n" + words()),
                Duration.ofSeconds(1 + random.nextInt(86_400)),
                maybe(after),
                random.nextBoolean() ? "buddy" : "dba",
                maybe(one(Mode.values())),
                random.nextBoolean() ? List.of(words(), words()) : null,
                null,
                carryOut ? maybe(words()) : null,
                phase == Phase.VERIFY ? one(Verifies.values()) : null,
                null,
                maybe(Instant.ofEpochSecond(1_772_000_000L + random.nextInt(1_000))),
                maybe(Instant.ofEpochSecond(1_772_100_000L, random.nextInt(1_000_000) * 1_000L)),
                maybe(
                        new Script(
                                "run.sh",
                                random.nextBoolean() ? List.of(words(), "") : List.of(),
                                maybe(Duration.ofSeconds(1 + random.nextInt(9_000))))),
                maybe(
                        new Expectation(
                                words(),
                                maybe(new BigDecimal("-1.50")),
                                maybe(new BigDecimal("1E+3")),
                                maybe("ms"),
                                maybe(
                                        new Probe(
                                                "https://host:8443/a?b=c&d=%22e",
                                                maybe(204),
                                                maybe(
                                                        Duration.ofMillis(
                                                                1 + random.nextInt(60_000))),
                                                maybe("/a b/\"c\"/0"))))));
    }

    private <T> T one(T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private String words() {
        String[] some = {
            "drain",
            "\"quoted\"",
            "a\\b",
            "{braces}",
            "Ä",
            "x:y",
            "#1",
            "@you",
            "50 %",
            "`code`",
            "(a)"
        };
        var text = new StringBuilder("w");
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(' ').append(some[random.nextInt(some.length)]);
        }
        return text.toString();
    }
}
