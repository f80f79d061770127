package dev.interlude.planner.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Due;
import dev.interlude.eventlog.decider.Fact;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.window.SafeguardEvent.WindowApproved;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand.FireTimer;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.PolicyUsed;
import dev.interlude.planner.window.WindowEvent.VerificationBegan;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowCompleted;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowStarted;
import dev.interlude.testkit.Acts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A hundred thousand windows, each with a life of its own, held against the plain model. */
class RandomWindowsTest {

    private static final int WINDOWS = 100_000;
    private static final int COMMANDS = 24;
    private static final UUID ANY = new UUID(0, 1);

    private final WindowDecider decider = new WindowDecider();
    private final Map<Class<?>, Integer> seen = new HashMap<>();

    private Window window = decider.initial();
    private PlainWindow plain = new PlainWindow();
    private long sequence;

    @Test
    void whatever_is_asked_of_a_window_its_rules_hold() {
        long base = Long.getLong("seed", 20_260_307L);
        for (int i = 0; i < WINDOWS; i++) {
            long seed = base + i;
            try {
                live(new RandomNights(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Dseed=" + seed + ": " + e.getMessage(), e);
            }
        }
        var all = PlannerEvents.WINDOW.types().stream().map(PlannerEvents.WINDOW::classOf).toList();
        assertThat(seen.keySet())
                .as("every event happened somewhere")
                .containsAll(List.copyOf(all));
        System.out.println(WINDOWS + " windows: " + seen.values().stream().mapToInt(n -> n).sum());
    }

    private void live(RandomNights nights) {
        window = decider.initial();
        plain = new PlainWindow();
        sequence = 0;
        for (int i = 0; i < COMMANDS; i++) {
            nights.wait(window);
            timers(nights);
            WindowCommand command = nights.next(window);
            if (command.act().now().isAfter(nights.now)) {
                nights.now = command.act().now();
            }
            take(command);
        }
    }

    /** Timers fire in their order, also late; each asks again only when it is asked for anew. */
    private void timers(RandomNights nights) {
        List<Due> due =
                decider.due(window).stream()
                        .filter(d -> !d.at().isAfter(nights.now))
                        .sorted(Comparator.comparing(Due::at).thenComparing(Due::name))
                        .toList();
        for (Due one : due) {
            var fire = new FireTimer(Acts.timer(one.name(), nights.now), one.name(), one.at());
            take(fire);
            assertThat(take(fire)).as("a timer fires once: %s", one).isZero();
        }
    }

    private int take(WindowCommand command) {
        return switch (decider.decide(command, window)) {
            case Decision.Rejected<WindowEvent> _ -> 0;
            case Decision.Accepted<WindowEvent>(var facts) -> {
                facts.forEach(fact -> take(fact, command.act()));
                agree();
                yield facts.size();
            }
        };
    }

    private void take(Fact<WindowEvent> fact, Act act) {
        var event =
                new Recorded<>(
                        fact.event(),
                        new UUID(1, ++sequence),
                        "window-" + Night.ID,
                        sequence,
                        act.actor(),
                        Objects.requireNonNullElse(fact.occurredAt(), act.now()),
                        act.now(),
                        ANY,
                        null,
                        sequence == 1 ? 1L : null);
        plain.take(event);
        window = decider.evolve(window, event);
        seen.merge(fact.event().getClass(), 1, Integer::sum);
    }

    /** Both came to the same window. */
    private void agree() {
        if (!(window instanceof Known w)) {
            return;
        }
        var crew = w.crew().seats();
        boolean same =
                w.state() == plain.state
                        && w.plan().start().equals(plain.start)
                        && w.plan().end().equals(plain.end)
                        && Objects.equals(crew == null ? null : crew.driver(), plain.driver)
                        && Objects.equals(crew == null ? null : crew.buddy(), plain.buddy);
        if (!same) {
            throw new AssertionError("the model came to another window than " + w);
        }
    }

    @Test
    void the_model_catches_a_completion_with_open_verify_steps() {
        started();
        append(new VerificationBegan(Night.ID));
        assertThatThrownBy(() ->
                        append(
                                new WindowCompleted(
                                        Night.ID, Outcome.SUCCEEDED, Night.FOUR, null, null, null)))
                .hasMessageContaining("never completed with open verify steps");
    }

    @Test
    void the_model_catches_an_end_that_shrinks_and_a_crew_of_one() {
        started();
        assertThatThrownBy(() ->
                        append(
                                new WindowExtended(
                                        Night.ID,
                                        Night.FOUR,
                                        Night.FOUR.minusSeconds(1),
                                        "",
                                        null,
                                        1,
                                        null,
                                        true)))
                .hasMessageContaining("ends only grow");
        assertThatThrownBy(() ->
                        append(new CrewAssigned(Night.ID, Night.ANA.id(), Night.ANA.id(), null)))
                .hasMessageContaining("two");
    }

    @Test
    void the_model_catches_a_start_through_a_closed_gate() {
        append(Night.planned(Night.BUILDS));
        append(Night.CREW);
        append(Night.ANNOUNCED);
        assertThatThrownBy(() -> append(new WindowStarted(Night.ID, Night.TWO, Night.FOUR)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void the_model_catches_a_start_without_the_approval_that_the_policy_wants() {
        append(Night.planned(Night.BUILDS));
        append(Night.CREW);
        append(Night.ANA_ACCEPTED);
        append(Night.BEN_ACCEPTED);
        append(
                new WindowAnnounced(
                        Night.ID,
                        Night.TWO,
                        Night.FOUR,
                        List.of(Night.BUILDS),
                        Duration.between(Night.MONDAY, Night.TWO),
                        Duration.ofDays(3),
                        new PolicyUsed("careful", 1),
                        Impact.OUTAGE,
                        null));
        append(Night.readiness(1, true, false));
        assertThatThrownBy(() -> append(new WindowStarted(Night.ID, Night.TWO, Night.FOUR)))
                .hasMessageContaining("approved");
        var byPlanner = new WindowApproved(Night.ID, Night.ANA.id(), sequence, "hash");
        assertThatThrownBy(() -> append(byPlanner)).hasMessageContaining("who planned it");
    }

    private void started() {
        append(Night.planned(Night.BUILDS));
        append(Night.CREW);
        append(Night.ANA_ACCEPTED);
        append(Night.BEN_ACCEPTED);
        append(Night.ANNOUNCED);
        append(Night.readiness(1, true, false));
        append(new WindowStarted(Night.ID, Night.TWO, Night.FOUR));
    }

    private void append(WindowEvent event) {
        Instant at = event instanceof WindowAnnounced ? Night.MONDAY : now();
        take(new Fact<>(event, null), Night.ana(at));
    }

    /** Monday until the window is announced, then its start. */
    private Instant now() {
        return plain.state == State.ANNOUNCED ? Night.TWO : sequence > 6 ? Night.TWO : Night.MONDAY;
    }
}
