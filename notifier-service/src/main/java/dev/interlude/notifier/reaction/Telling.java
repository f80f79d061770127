package dev.interlude.notifier.reaction;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.notifier.heard.HeardWindow;
import dev.interlude.notifier.heard.PlannerEvent;
import dev.interlude.notifier.notice.Cause;
import dev.interlude.notifier.notice.NoticeCommand;
import dev.interlude.notifier.notice.NoticeKind;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which notice each of the planner's events may lead to. */
final class Telling {

    private Telling() {}

    /** The command for an event, or null when such an event is never told. */
    static @Nullable Function<Act, NoticeCommand> of(
            PlannerEvent heard, Cause cause, HeardWindow window) {
        return switch (heard) {
            case PlannerEvent.WindowPlanned _ -> null;
            case PlannerEvent.ReminderDue it ->
                    act ->
                            new NoticeCommand.Remind(
                                    act, cause, it.start(), it.reminder(), window.picture());
            case PlannerEvent.WindowAnnounced _ ->
                    tell(NoticeKind.ANNOUNCED, window.publicText(), cause, window);
            case PlannerEvent.WindowRevised it ->
                    tell(NoticeKind.REVISED, it.publicText(), cause, window);
            case PlannerEvent.WindowConfirmed _ -> tell(NoticeKind.REVISED, null, cause, window);
            case PlannerEvent.WindowMoved it ->
                    tell(NoticeKind.MOVED, it.publicText(), cause, window);
            case PlannerEvent.StartDelayed _ -> tell(NoticeKind.DELAYED, null, cause, window);
            case PlannerEvent.TextCorrected it ->
                    act ->
                            new NoticeCommand.Correct(
                                    act, cause, it.corrects(), it.publicText(), window.picture());
            case PlannerEvent.WindowStarted _ -> tell(NoticeKind.STARTED, null, cause, window);
            case PlannerEvent.ProgressPosted it ->
                    tell(NoticeKind.PROGRESS, it.publicText(), cause, window);
            case PlannerEvent.ImpactChanged it ->
                    tell(NoticeKind.IMPACT_CHANGED, it.publicText(), cause, window);
            case PlannerEvent.WindowExtended it ->
                    tell(NoticeKind.EXTENDED, it.publicText(), cause, window);
            case PlannerEvent.WindowOverran _ -> tell(NoticeKind.OVERRUN, null, cause, window);
            case PlannerEvent.VerificationBegan _ ->
                    tell(NoticeKind.VERIFYING, null, cause, window);
            case PlannerEvent.CarryOutResumed _ -> tell(NoticeKind.PROGRESS, null, cause, window);
            case PlannerEvent.RollbackBegan it ->
                    tell(NoticeKind.ROLLING_BACK, it.publicText(), cause, window);
            case PlannerEvent.WindowCompleted it ->
                    tell(NoticeKind.COMPLETED, OutcomeText.of(it), cause, window);
            case PlannerEvent.WindowCancelled it ->
                    tell(NoticeKind.CANCELLED, it.publicText(), cause, window);
        };
    }

    private static Function<Act, NoticeCommand> tell(
            NoticeKind kind, @Nullable Map<String, String> text, Cause cause, HeardWindow window) {
        Map<String, String> said = text == null ? Map.of() : text;
        return act -> new NoticeCommand.TellOf(act, cause, kind, said, window.picture());
    }
}
