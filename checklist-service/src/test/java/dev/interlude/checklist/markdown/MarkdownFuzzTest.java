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

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void whatever_is_written_is_read_or_refused_by_its_line() {
        System.out.println("MarkdownFuzzTest seed " + seed);
        int read = 0;
        for (int round = 0; round < 30_000; round++) {
            read += reads(Scribble.of(random)) ? 1 : 0;
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
        int compared = 0;
        for (int round = 0; round < 2_000; round++) {
            List<Step> steps = Drafting.complete(List.of(), drafts());
            if (steps.isEmpty() || !PlanRules.faults(steps).isEmpty()) {
                continue;
            }
            compared++;
            String written = MarkdownWriter.write("Plan", steps, _ -> false);
            List<Step> again = Drafting.complete(List.of(), MarkdownReader.read(written).steps());
            assertThat(again).as("seed %d: %s", seed, written).isEqualTo(steps);
        }
        assertThat(compared).isGreaterThan(500);
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
        List<String> undone =
                before.stream()
                        .filter(other -> other.phase() == Phase.CARRY_OUT)
                        .map(StepDraft::id)
                        .toList();
        boolean undoes = phase == Phase.ROLLBACK && !undone.isEmpty() && random.nextBoolean();
        boolean noReturn = carryOut && random.nextInt(4) == 0;
        return new StepDraft(
                "s" + before.size(),
                words(),
                phase,
                maybe(words() + "\n\n" + words()),
                Duration.ofSeconds(1 + random.nextInt(86_400)),
                maybe(after),
                random.nextBoolean() ? "buddy" : "dba",
                noReturn ? Mode.READ_DO : maybe(one(Mode.values())),
                random.nextBoolean() ? List.of(words(), words()) : null,
                undoes ? undone.get(random.nextInt(undone.size())) : null,
                carryOut ? maybe(words()) : null,
                phase == Phase.VERIFY ? one(Verifies.values()) : null,
                noReturn,
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
