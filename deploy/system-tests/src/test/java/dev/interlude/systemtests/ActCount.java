package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.story.Act;
import dev.interlude.story.Player;
import dev.interlude.story.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what a night costs the two who carry it out: every request of theirs that was accepted and
 * changed something, from the first step's on, whatever it was about. One request is one act, also
 * when it does several things; reading is none, and what was refused changed nothing.
 *
 * <p>Divided by the number of steps that is at most two for the driver and one for the buddy, who
 * carries out steps of his own with these. Of a single step as well: at most two of whoever does
 * it, one of whoever looks at it; a request counts for the step that it names first.
 *
 * <p>A step that is rejected is done again, and that attempt is work of its own: its requests up to
 * and with the rejection are counted apart, and no dearer than those of an attempt that holds.
 */
final class ActCount implements Player.Audience {

    private static final int OF_DRIVER = 2;
    private static final int OF_BUDDY = 1;
    private static final Set<String> TWO = Set.of("ana", "ben");
    private static final Set<String> LOOKS =
            Set.of("confirmation", "confirmations", "clearance", "rejection");
    private static final Pattern CALL = Pattern.compile("(POST|PATCH|PUT|DELETE) \\S+?/([a-z-]+)");
    private static final Pattern STEP = Pattern.compile("/steps/([^/]+)/");

    private final List<Request> held = new ArrayList<>();
    private final List<Request> rejected = new ArrayList<>();

    /**
     * A request that changed something.
     *
     * @param step that it names first; empty when it is about the window
     * @param noun last part of its path
     */
    private record Request(String person, String step, String noun) {

        boolean looks() {
            return LOOKS.contains(noun);
        }
    }

    @Override
    public void after(Act act, Scene scene) {
        Matcher call = CALL.matcher(act.call() == null ? "" : act.call());
        Integer status = act.expect().status();
        // a second token is the same person
        String person = act.who() == null ? "" : act.who().split("_", 2)[0];
        if (!call.matches() || !TWO.contains(person) || (status != null && status >= 300)) {
            return;
        }
        var request = new Request(person, step(act), call.group(2));
        if (held.isEmpty() && request.step().isEmpty()) {
            return;
        }
        held.add(request);
        if (request.noun().equals("rejection")) {
            List<Request> attempt =
                    held.stream().filter(r -> r.step().equals(request.step())).toList();
            held.removeAll(attempt);
            rejected.addAll(attempt);
        }
    }

    private static String step(Act act) {
        Matcher path = STEP.matcher(act.call() + "/");
        if (path.find()) {
            return path.group(1);
        }
        JsonNode body = act.body();
        return body == null ? "" : body.at("/stepIds/0").asText("");
    }

    /** Fails when one act more than few was needed. */
    void assertFew(int stepsDone) {
        long driver = of("ana");
        long buddy = of("ben");
        System.out.printf(
                "%d steps: %d acts of the driver, %d of the buddy; %d more for what was rejected%n",
                stepsDone, driver, buddy, rejected.size());
        assertThat(driver).as("of the driver").isLessThanOrEqualTo((long) OF_DRIVER * stepsDone);
        assertThat(buddy).as("of the buddy").isLessThanOrEqualTo((long) OF_BUDDY * stepsDone);
        assertThat(steps(held)).hasSize(stepsDone);
        steps(held).forEach(step -> assertFew(step, held));
        steps(rejected).forEach(step -> assertFew(step, rejected));
    }

    private static void assertFew(String step, List<Request> requests) {
        List<Request> about = requests.stream().filter(r -> r.step().equals(step)).toList();
        assertThat(about).as("of who looks at " + step).filteredOn(Request::looks).hasSize(1);
        assertThat(about)
                .as("of who does " + step)
                .filteredOn(r -> !r.looks())
                .hasSizeLessThanOrEqualTo(2);
    }

    private long of(String person) {
        return held.stream().filter(r -> r.person().equals(person)).count();
    }

    private static Set<String> steps(List<Request> requests) {
        Set<String> steps = new TreeSet<>();
        requests.stream().map(Request::step).filter(s -> !s.isEmpty()).forEach(steps::add);
        return steps;
    }
}
