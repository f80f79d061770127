package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.ChecklistEvent.EvidenceAttached;
import dev.interlude.checklist.checklist.ChecklistEvent.NoteAdded;
import dev.interlude.checklist.checklist.ChecklistEvent.OfRun;
import dev.interlude.checklist.checklist.ChecklistEvent.OfStep;
import dev.interlude.checklist.checklist.ChecklistEvent.PointOfNoReturnPassed;
import dev.interlude.checklist.checklist.ChecklistEvent.ReopeningDeclined;
import dev.interlude.checklist.checklist.ChecklistEvent.ReopeningRequested;
import dev.interlude.checklist.checklist.ChecklistEvent.SideEffectObserved;
import dev.interlude.checklist.checklist.ChecklistEvent.SkipDeclined;
import dev.interlude.checklist.checklist.ChecklistEvent.SkipRequested;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCleared;
import dev.interlude.checklist.checklist.ChecklistEvent.StepCompleted;
import dev.interlude.checklist.checklist.ChecklistEvent.StepConfirmed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepFailed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRejected;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRemoved;
import dev.interlude.checklist.checklist.ChecklistEvent.StepReopened;
import dev.interlude.checklist.checklist.ChecklistEvent.StepRetried;
import dev.interlude.checklist.checklist.ChecklistEvent.StepReviewed;
import dev.interlude.checklist.checklist.ChecklistEvent.StepSkipped;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStartWithdrawn;
import dev.interlude.checklist.checklist.ChecklistEvent.StepStarted;
import dev.interlude.checklist.checklist.Progress.AwaitingConfirmation;
import dev.interlude.checklist.checklist.Progress.Done;
import dev.interlude.checklist.checklist.Progress.Failed;
import dev.interlude.checklist.checklist.Progress.NotBegun;
import dev.interlude.checklist.checklist.Progress.RolledBack;
import dev.interlude.checklist.checklist.Progress.Running;
import dev.interlude.checklist.checklist.Progress.Skipped;
import dev.interlude.checklist.checklist.StepRecord.Attached;
import dev.interlude.checklist.checklist.StepRecord.Clearance;
import dev.interlude.checklist.checklist.StepRecord.Remark;
import dev.interlude.checklist.checklist.StepRecord.Request;
import dev.interlude.checklist.checklist.StepRecord.Value;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Recorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds an event into the step it is about. */
final class StepEvolution {

    private StepEvolution() {}

    static StepRecord next(StepRecord s, OfStep event, Recorded<ChecklistEvent> recorded) {
        Actor by = recorded.actor();
        Instant at = recorded.occurredAt();
        return switch (event) {
            case StepCleared e -> s.with(new Clearance(by, at, e.go(), e.reason()));
            case StepStarted _ -> s.started(by, at, recorded.recordedAt());
            case StepCompleted e -> completed(s, e, performer(e, by), at);
            case StepConfirmed e -> s.now(confirmed(s.progress(), e, by, at));
            case StepRejected e -> s.now(failed(s.progress(), by, at, e.reason()));
            case StepFailed e -> s.now(failed(s.progress(), by, at, e.reason()));
            case StepRetried _ -> s.now(new NotBegun(at));
            case SkipRequested e -> s.asked(new Request(by, at, e.reason()), s.reopening());
            case StepSkipped e -> skipped(s, e, by, at);
            case SkipDeclined _ -> s.asked(null, s.reopening());
            case ReopeningRequested e -> s.asked(s.skip(), new Request(by, at, e.reason()));
            case StepReopened _ -> s.reopened(at);
            case SideEffectObserved e -> s.observed(List.of(new Remark(by, at, e.text())));
            case NoteAdded e -> s.noted(new Remark(by, at, e.text()));
            case ReopeningDeclined _ -> s.asked(s.skip(), null);
            case StepStartWithdrawn _ -> s.withdrawn();
            case EvidenceAttached e -> s.attached(new Attached(by, at, e.attachment()));
            case OfRun e -> RunEvolution.next(s, e, recorded);
            case PointOfNoReturnPassed _, StepReviewed _, StepRemoved _ -> s;
        };
    }

    private static StepRecord completed(StepRecord s, StepCompleted e, Actor by, Instant at) {
        Instant startedAt = startedAt(s.progress(), at);
        Progress next =
                s.step().mode() == Mode.SOLO
                        ? new Done(by, startedAt, at, null, at, null)
                        : new AwaitingConfirmation(by, startedAt, at);
        List<Remark> effects =
                e.observedSideEffects().stream().map(text -> new Remark(by, at, text)).toList();
        BigDecimal value = e.value();
        Value read = value == null ? null : new Value(value, !Boolean.FALSE.equals(e.asExpected()));
        return s.now(next).proved(e.evidence()).observed(effects).read(read);
    }

    /** A script's performer is who asked for it. */
    private static Actor performer(StepCompleted e, Actor by) {
        return e.performer() == null ? by : Actor.parse(e.performer());
    }

    private static Progress confirmed(Progress progress, StepConfirmed e, Actor by, Instant at) {
        return progress instanceof AwaitingConfirmation done
                ? new Done(
                        done.performer(),
                        done.startedAt(),
                        done.completedAt(),
                        by,
                        at,
                        e.breakGlass())
                : progress;
    }

    private static Failed failed(Progress progress, Actor by, Instant at, @Nullable String reason) {
        return new Failed(by, startedAt(progress, at), at, reason);
    }

    private static StepRecord skipped(StepRecord s, StepSkipped e, Actor by, Instant at) {
        Request request = s.skip();
        Actor requester = request == null ? by : request.by();
        return s.now(new Skipped(requester, by, at, e.reason())).asked(null, null);
    }

    private static Instant startedAt(Progress progress, Instant otherwise) {
        return switch (progress) {
            case Running running -> running.startedAt();
            case AwaitingConfirmation awaiting -> awaiting.startedAt();
            case Done done -> done.startedAt();
            case Failed failed -> failed.startedAt();
            case NotBegun _, Skipped _, RolledBack _ -> otherwise;
        };
    }
}
