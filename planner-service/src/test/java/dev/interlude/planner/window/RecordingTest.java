package dev.interlude.planner.window;

import static dev.interlude.planner.window.Night.*;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.planner.window.WindowCommand.ForgetReadiness;
import dev.interlude.planner.window.WindowCommand.RecordReadiness;
import dev.interlude.planner.window.WindowCommand.StartWindow;
import dev.interlude.planner.window.WindowEvent.ReadinessForgotten;
import dev.interlude.planner.window.WindowEvent.ReadinessRecorded;
import dev.interlude.testkit.Acts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checklist's store comes back from a backup, and its sequences begin further down again. */
class RecordingTest {

    private static final Act REACTION = Acts.reaction("when-checklist-is-restored", TWO);
    private static final int RESTORED = 7;

    private static ReadinessRecorded of(int epoch, long sequence, boolean prepared) {
        ReadinessRecorded said = readiness(sequence, prepared, false);
        return new ReadinessRecorded(
                ID,
                sequence,
                said.planHash(),
                said.reviewed(),
                said.openConcerns(),
                said.rollbacksNamed(),
                prepared,
                said.carryOutStarted(),
                said.pastPointOfNoReturn(),
                said.carriedOut(),
                said.verified(),
                said.rolledBack(),
                said.rollbackVerified(),
                said.open(),
                epoch);
    }

    @Test
    void what_a_restored_checklist_says_is_newer_whatever_its_sequence() {
        ready().when(new RecordReadiness(REACTION, of(RESTORED, 4, false)))
                .then(of(RESTORED, 4, false));
        ready().and(of(RESTORED, 4, false))
                .when(new RecordReadiness(REACTION, of(1, 9, true)))
                .thenNothing();
        ready().and(of(RESTORED, 4, false))
                .when(new RecordReadiness(REACTION, of(RESTORED, 4, true)))
                .thenNothing();
    }

    @Test
    void the_start_gate_goes_by_what_the_checklist_still_knows() {
        ready().and(of(RESTORED, 4, false))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("prepare"));
    }

    @Test
    void a_checklist_from_the_lost_future_opens_no_gate() {
        ready().when(new ForgetReadiness(REACTION, RESTORED))
                .then(new ReadinessForgotten(ID, RESTORED));
        ready().and(new ReadinessForgotten(ID, RESTORED))
                .when(new StartWindow(ana(TWO)))
                .thenRejected("gate-closed", "gates", List.of("checklist"));
        ready().and(of(RESTORED, 1, true))
                .when(new ForgetReadiness(REACTION, RESTORED))
                .thenNothing();
        announced().when(new ForgetReadiness(REACTION, RESTORED)).thenNothing();
    }
}
