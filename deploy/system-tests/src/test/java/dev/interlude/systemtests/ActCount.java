package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.story.Act;
import dev.interlude.story.Player;
import dev.interlude.story.Scene;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what two people have to do for a step, as calls that were accepted. A rejection ends one
 * attempt at a step and asks for another; the go for a READ_DO step is a decision of its own.
 */
final class ActCount implements Player.Audience {

    private static final Pattern ON_A_STEP =
            Pattern.compile("POST /api/v1/checklists/[^/]+/steps/([^/]+)/([a-z-]+)");
    private static final Set<String> ANSWERS = Set.of("confirmation", "rejection");

    private final Map<String, Count> steps = new TreeMap<>();

    /** Acts on one step. */
    private static final class Count {
        private int doing;
        private int answers;
        private int goes;
    }

    @Override
    public void after(Act act, Scene scene) {
        Integer status = act.expect().status();
        Matcher call = ON_A_STEP.matcher(act.call() == null ? "" : act.call());
        if (!call.matches() || (status != null && status >= 300)) {
            return;
        }
        Count count = steps.computeIfAbsent(call.group(1), _ -> new Count());
        if (ANSWERS.contains(call.group(2))) {
            count.answers++;
        } else if (call.group(2).equals("clearance")) {
            count.goes++;
        } else {
            count.doing++;
        }
    }

    /** At most two acts of whoever does a step, and one of whoever looks at it, each time. */
    void assertFew(int stepsDone) {
        int doing = steps.values().stream().mapToInt(count -> count.doing).sum();
        int answers = steps.values().stream().mapToInt(count -> count.answers).sum();
        int goes = steps.values().stream().mapToInt(count -> count.goes).sum();
        System.out.printf(
                "%d steps, done %d times: %d acts of who did them, %d of who looked, %d go%n",
                steps.size(), answers, doing, answers, goes);
        assertThat(steps).hasSize(stepsDone);
        steps.forEach((step, count) -> {
            // an attempt ends with an answer, so there is one answer for each
            assertThat(count.answers).as(step).isPositive();
            assertThat(count.doing).as(step).isLessThanOrEqualTo(2 * count.answers);
            assertThat(count.goes).as(step).isLessThanOrEqualTo(count.answers);
        });
        assertThat(goes).isEqualTo(1);
        assertThat(answers - 1).as("one was rejected").isEqualTo(stepsDone);
    }
}
