package dev.interlude.planner.view.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.ComponentImpact;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.Kind;
import dev.interlude.planner.window.SafeguardEvent.HoldCalled;
import dev.interlude.planner.window.SafeguardEvent.HoldReleased;
import dev.interlude.planner.window.Safeguards.Hold;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowDecider;
import dev.interlude.planner.window.WindowEvent;
import dev.interlude.planner.window.WindowEvent.ComponentChange;
import dev.interlude.planner.window.WindowEvent.ImpactChanged;
import dev.interlude.planner.window.WindowEvent.PolicyUsed;
import dev.interlude.planner.window.WindowEvent.ProgressPosted;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardWindowTest {

    private static final String ID = "0198f2a0-7c00-7a3e-9c11-5d2f6a7b8c90";
    private static final Actor ANA = Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaaana");
    private static final Instant TWO = Instant.parse("2027-03-06T01:00:00Z");
    private static final Instant FOUR = Instant.parse("2027-03-06T03:00:00Z");
    private static final ComponentImpact API = new ComponentImpact("api", "API", Impact.DEGRADED);

    private final WindowDecider decider = new WindowDecider();
    private Window window = decider.initial();
    private long sequence;

    private void happened(Instant at, WindowEvent event) {
        var act = Acts.by(ANA, at, "planner", "operator");
        window = decider.evolve(window, Recorded.decided(new Fact<>(event, at), act, ++sequence));
    }

    private void started() {
        Instant before = TWO.minus(Duration.ofDays(5));
        happened(
                before,
                new WindowPlanned(
                        ID,
                        "Move the queue",
                        Map.of("en", "Slow."),
                        null,
                        "Europe/Berlin",
                        TWO,
                        FOUR,
                        Kind.NORMAL,
                        Audience.PUBLIC,
                        false,
                        "platform",
                        null,
                        null,
                        List.of(),
                        List.of(API),
                        List.of(),
                        Duration.ofMinutes(30),
                        null,
                        null,
                        null));
        happened(
                before,
                new WindowAnnounced(
                        ID,
                        TWO,
                        FOUR,
                        List.of(API),
                        Duration.ofDays(5),
                        Duration.ofDays(1),
                        new PolicyUsed("default", 1)));
        happened(TWO, new WindowStarted(ID, TWO, FOUR));
    }

    private BoardWindow board() {
        return BoardWindow.of((Known) window, null);
    }

    private static Instant past(int minutes) {
        return TWO.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void the_next_update_is_due_when_the_window_says_so() {
        started();
        assertThat(board().nextUpdateBy()).isEqualTo(past(30));
        happened(past(10), new ProgressPosted(ID, 1, Map.of("en", "Fine."), null, past(25)));
        assertThat(board().nextUpdateBy()).as("as promised").isEqualTo(past(25));
        var back = new ComponentChange("api", "API", Impact.DEGRADED, Impact.NO_IMPACT);
        happened(past(40), new ImpactChanged(ID, 1, List.of(back), false, null));
        assertThat(board().nextUpdateBy()).as("whatever was told counts").isEqualTo(past(70));
    }

    @Test
    void it_names_the_holds_that_stand() {
        started();
        happened(past(5), new HoldCalled(ID, 1, ANA.id(), "Smoke"));
        happened(past(6), new HoldCalled(ID, 2, ANA.id(), "Alarm"));
        happened(past(7), new HoldReleased(ID, 1, List.of(ANA.id(), "p-ben"), null));
        assertThat(board().held()).isTrue();
        assertThat(board().holds()).extracting(Hold::reason).containsExactly("Alarm");
    }
}
