package dev.interlude.postmortem.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.postmortem.Archived;
import dev.interlude.postmortem.postmortem.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunRecordTest {

    private static final String REJECTED =
            "{'stepId':'watch','title':'Watch a build','phase':'VERIFY','reason':'It hung'}";

    private final Archived archived = new Archived();
    private final LogEvent completed =
            archived.planner(
                    "WindowCompleted",
                    "{'outcome':'SUCCEEDED','actualEnd':'2026-11-28T03:41:00Z'}");

    @Test
    void a_run_as_planned_gives_no_reason() {
        assertThat(codes(extended(1, true), completed)).isEmpty();
    }

    @Test
    void a_rejected_verify_step_is_a_reason_even_when_it_was_done_later() {
        LogEvent rejected = archived.checklist(1, "StepRejected", REJECTED);
        LogEvent retried = archived.checklist(2, "StepRetried", "{'stepId':'watch'}");
        assertThat(codes(rejected, retried, completed)).containsExactly("verify-rejected");
        assertThat(RunRecord.of(List.of(rejected, retried)).reasons())
                .extracting(Reason::text)
                .containsExactly("Step 'Watch a build' was rejected: It hung");
    }

    @Test
    void a_step_that_fails_and_succeeds_at_the_retry_is_no_reason() {
        assertThat(codes(failed(1), retried(2), completed)).isEmpty();
    }

    @Test
    void a_step_that_fails_again_after_a_retry_is_a_reason() {
        assertThat(codes(failed(1), retried(2), failed(3), completed))
                .containsExactly("step-failed");
    }

    @Test
    void a_step_that_failed_and_was_left_is_a_reason() {
        assertThat(codes(failed(1), completed)).containsExactly("step-failed");
    }

    @Test
    void the_second_extension_is_a_reason_and_so_is_a_late_one() {
        assertThat(codes(extended(1, true), extended(2, true))).containsExactly("extended-twice");
        assertThat(codes(extended(1, false))).containsExactly("extended-late");
    }

    @Test
    void an_overrun_a_rollback_an_override_and_broken_glass_are_reasons() {
        assertThat(
                        codes(
                                archived.planner("WindowOverran", "{}"),
                                archived.planner("GateOverridden", "{}"),
                                archived.planner("GlassBroken", "{}"),
                                archived.planner("RollbackBegan", "{}")))
                .containsExactly("overrun", "override", "break-glass", "rollback");
    }

    @Test
    void an_outcome_that_is_not_a_success_is_a_reason() {
        assertThat(codes(outcome("FAILED"))).containsExactly("failed");
        assertThat(codes(outcome("PARTIAL"))).containsExactly("partial");
        assertThat(codes(outcome("SUCCEEDED"))).isEmpty();
    }

    @Test
    void the_record_is_complete_when_the_window_is_closed() {
        assertThat(RunRecord.of(List.of(extended(1, true))).complete()).isFalse();
        assertThat(RunRecord.of(List.of(completed)).complete()).isTrue();
        assertThat(RunRecord.of(List.of(archived.planner("WindowCancelled", "{}"))).complete())
                .isTrue();
    }

    @Test
    void the_record_waits_for_what_the_planner_knew_of_the_checklist() {
        LogEvent readiness =
                archived.planner(
                        "ReadinessRecorded",
                        "{'checklistSequence':7,'prepared':true,'verified':true}");
        LogEvent sixth = archived.checklist(6, "StepConfirmed", "{}");
        LogEvent seventh = archived.checklist(7, "ReadinessChanged", "{}");
        assertThat(RunRecord.of(List.of(readiness, completed, sixth)).complete()).isFalse();
        assertThat(RunRecord.of(List.of(readiness, completed, sixth, seventh)).complete()).isTrue();
    }

    private LogEvent failed(long sequence) {
        return archived.checklist(
                sequence,
                "StepFailed",
                "{'stepId':'drain','title':'Drain','phase':'CARRY_OUT','reason':'no'}");
    }

    private LogEvent retried(long sequence) {
        return archived.checklist(sequence, "StepRetried", "{'stepId':'drain'}");
    }

    private LogEvent extended(int ordinal, boolean before) {
        return archived.planner(
                "WindowExtended",
                "{'previousEnd':'2026-11-28T03:00:00Z','newEnd':'2026-11-28T04:00:00Z',"
                        + "'reason':'slow','ordinal':"
                        + ordinal
                        + ",'beforePreviousEnd':"
                        + before
                        + "}");
    }

    private LogEvent outcome(String outcome) {
        return archived.planner("WindowCompleted", "{'outcome':'" + outcome + "'}");
    }

    private static List<String> codes(LogEvent... events) {
        return RunRecord.of(Stream.of(events).toList()).reasons().stream()
                .map(Reason::code)
                .toList();
    }
}
