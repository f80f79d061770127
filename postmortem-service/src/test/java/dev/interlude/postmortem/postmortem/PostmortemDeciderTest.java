package dev.interlude.postmortem.postmortem;

import static dev.interlude.testkit.DeciderSpec.given;

import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.postmortem.PostmortemEvents;
import dev.interlude.postmortem.postmortem.PostmortemCommand.CloseRecord;
import dev.interlude.postmortem.postmortem.PostmortemEvent.PostmortemDue;
import dev.interlude.testkit.Acts;
import dev.interlude.testkit.Contracts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostmortemDeciderTest {

    private static final String WINDOW = "0199c3a4-7c1e-7d52-9b1f-3a5f0e6c1a01";
    private static final Act ACT =
            Acts.reaction(
                    "WhenWindowClosedThenCallPostmortem", Instant.parse("2026-11-28T03:41:00Z"));
    private static final List<Reason> REASONS =
            List.of(new Reason("overrun", new UUID(1, 2), "The announced end passed"));

    @Test
    void a_reason_makes_a_postmortem_due() {
        given(new PostmortemDecider())
                .when(new CloseRecord(ACT, WINDOW, REASONS))
                .then(new PostmortemDue(WINDOW, REASONS));
    }

    @Test
    void without_a_reason_none_is_due() {
        given(new PostmortemDecider()).when(new CloseRecord(ACT, WINDOW, List.of())).thenNothing();
    }

    @Test
    void it_is_due_only_once() {
        given(new PostmortemDecider(), new PostmortemDue(WINDOW, REASONS))
                .when(new CloseRecord(ACT, WINDOW, REASONS))
                .thenNothing();
    }

    @Test
    void what_is_appended_is_valid_by_its_contract() {
        Contracts.assertDescribed(PostmortemEvents.TYPES.types());
        PostmortemDue due =
                given(new PostmortemDecider())
                        .when(new CloseRecord(ACT, WINDOW, REASONS))
                        .the(PostmortemDue.class);
        Contracts.validateShape(PostmortemEvents.TYPES.typeOf(due), LogJson.write(due));
    }
}
