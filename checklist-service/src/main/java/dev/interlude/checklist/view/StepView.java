package dev.interlude.checklist.view;

import dev.interlude.checklist.checklist.Attachment;
import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistEvent.Seen;
import dev.interlude.checklist.checklist.Expectation;
import dev.interlude.checklist.checklist.GoNoGo;
import dev.interlude.checklist.checklist.Mode;
import dev.interlude.checklist.checklist.Phase;
import dev.interlude.checklist.checklist.Progress;
import dev.interlude.checklist.checklist.Script;
import dev.interlude.checklist.checklist.Step;
import dev.interlude.checklist.checklist.StepRecord;
import dev.interlude.checklist.checklist.StepState;
import dev.interlude.checklist.checklist.Unconfirmed;
import dev.interlude.checklist.checklist.Verifies;
import dev.interlude.eventlog.decider.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step and where it stands. Persons and machines are opaque ids, instants UTC.
 *
 * @param expectedDuration estimate, ISO 8601
 * @param dependsOn what it waits for; on the way back as that was planned
 * @param overdue whether {@code dueAt} has passed and it is not settled
 * @param goNoGo of a point of no return that waits for its go, or for that and for confirmations,
 *     what there is to know
 * @param value what was read off, and whether that was expected
 * @param attempts how often it was started
 * @param clearance the last go or no-go of a READ_DO step
 * @param performedBy who works or worked on it
 * @param confirmedBy who looked at it afterwards; of a skipped step who agreed
 * @param breakGlass number of the break-glass under which performer and confirmer are one person
 * @param settledAt when it was done or left out
 * @param reason why it failed or was left out
 * @param skip an open request to leave it out
 * @param reopening an open request to do it again
 */
public record StepView(
        String id,
        String title,
        Phase phase,
        @Nullable String instruction,
        Duration expectedDuration,
        List<String> dependsOn,
        String lane,
        Mode mode,
        List<String> sideEffects,
        @Nullable String rollbackOf,
        @Nullable String noRollback,
        Verifies verifies,
        boolean pointOfNoReturn,
        @Nullable Instant notBefore,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable Script script,
        @Nullable Expectation expectation,
        StepState state,
        int attempts,
        @Nullable ClearanceView clearance,
        @Nullable String performedBy,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable String confirmedBy,
        @Nullable Integer breakGlass,
        @Nullable Instant settledAt,
        @Nullable Instant failedAt,
        @Nullable String reason,
        @Nullable RequestView skip,
        @Nullable RequestView reopening,
        @Nullable Seen goNoGo,
        @Nullable String evidence,
        StepRecord.@Nullable Value value,
        List<AttachmentView> attachments,
        List<RemarkView> observedSideEffects,
        List<RemarkView> notes,
        List<ScriptRunView> scriptRuns) {

    /** Go or no-go, by whom and when. */
    public record ClearanceView(boolean go, String by, Instant at, @Nullable String reason) {}

    /** Something that waits for a second person. */
    public record RequestView(String by, Instant at, String reason) {}

    /** Something written down. */
    public record RemarkView(String by, Instant at, String text) {}

    /**
     * Evidence.
     *
     * @param link where it is: of a file, under {@code …/evidence/{id}} here
     */
    public record AttachmentView(
            String id,
            String name,
            @Nullable String mediaType,
            @Nullable Long size,
            @Nullable String sha256,
            String link,
            String by,
            Instant at) {}

    static StepView of(Checklist checklist, StepRecord record, Instant now) {
        Step step = record.step();
        Done done = Done.of(record.progress());
        return new StepView(
                step.id(),
                step.title(),
                step.phase(),
                step.instruction(),
                step.expectedDuration(),
                checklist.waitsFor(step),
                step.lane(),
                step.mode(),
                step.sideEffects(),
                step.rollbackOf(),
                step.noRollback(),
                step.verifies(),
                step.pointOfNoReturn(),
                step.notBefore(),
                step.dueAt(),
                overdue(record, now),
                step.script(),
                step.expectation(),
                checklist.stateOf(record),
                record.attempts(),
                clearance(record.clearance()),
                id(done.performer()),
                done.startedAt(),
                done.completedAt(),
                id(done.confirmer()),
                record.progress() instanceof Progress.Done d ? d.breakGlass() : null,
                record.progress().settledAt(),
                done.failedAt(),
                done.reason(),
                request(record.skip()),
                request(record.reopening()),
                step.pointOfNoReturn() && asksForGo(checklist, record)
                        ? GoNoGo.seen(checklist, now)
                        : null,
                record.evidence(),
                record.value(),
                attachments(checklist, record),
                remarks(record.observedSideEffects()),
                remarks(record.notes()),
                record.scriptRuns().stream().map(ScriptRunView::of).toList());
    }

    private record Done(
            @Nullable Actor performer,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Actor confirmer,
            @Nullable Instant failedAt,
            @Nullable String reason) {

        static Done of(Progress progress) {
            return switch (progress) {
                case Progress.NotBegun _, Progress.RolledBack _ ->
                        new Done(null, null, null, null, null, null);
                case Progress.Running(var by, var at, _) ->
                        new Done(by, at, null, null, null, null);
                case Progress.AwaitingConfirmation(var by, var from, var to) ->
                        new Done(by, from, to, null, null, null);
                case Progress.Done d ->
                        new Done(
                                d.performer(),
                                d.startedAt(),
                                d.completedAt(),
                                d.confirmer(),
                                null,
                                null);
                case Progress.Failed(var by, var from, var at, var reason) ->
                        new Done(by, from, null, null, at, reason);
                case Progress.Skipped s ->
                        new Done(s.requester(), null, null, s.confirmer(), null, s.reason());
            };
        }
    }

    private static @Nullable String id(@Nullable Actor actor) {
        return actor == null ? null : actor.id();
    }

    /** By itself, or along with the confirmation of what comes before it. */
    private static boolean asksForGo(Checklist checklist, StepRecord record) {
        return checklist.stateOf(record) == StepState.AwaitingClearance
                || !Unconfirmed.before(checklist, record).isEmpty();
    }

    private static boolean overdue(StepRecord record, Instant now) {
        Instant due = record.step().dueAt();
        return due != null && due.isBefore(now) && !record.progress().settled();
    }

    private static List<AttachmentView> attachments(Checklist checklist, StepRecord record) {
        Checklist.Plan plan = checklist.plan();
        String here = "/api/v1/checklists/" + (plan == null ? "" : plan.windowId()) + "/evidence/";
        return record.attached().stream()
                .map(a -> {
                    Attachment file = a.attachment();
                    String link = file.link();
                    return new AttachmentView(
                            file.id(),
                            file.name(),
                            file.mediaType(),
                            file.size(),
                            file.sha256(),
                            link == null ? here + file.id() : link,
                            a.by().id(),
                            a.at());
                })
                .toList();
    }

    private static @Nullable ClearanceView clearance(StepRecord.@Nullable Clearance c) {
        return c == null ? null : new ClearanceView(c.go(), c.by().id(), c.at(), c.reason());
    }

    private static @Nullable RequestView request(StepRecord.@Nullable Request r) {
        return r == null ? null : new RequestView(r.by().id(), r.at(), r.reason());
    }

    private static List<RemarkView> remarks(List<StepRecord.Remark> remarks) {
        return remarks.stream().map(r -> new RemarkView(r.by().id(), r.at(), r.text())).toList();
    }
}
