package dev.interlude.notifier.heard;

import dev.interlude.eventlog.EventTypes;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.notifier.notice.Impact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The planner's events that can change what the public sees. Internal fields are not read at all,
 * so they can't leak. Texts are {@code {language: text}}, instants UTC.
 */
public sealed interface PlannerEvent {

    record WindowPlanned(
            String windowId,
            String title,
            @Nullable Map<String, String> publicText,
            String zone,
            Instant start,
            Instant end,
            @Nullable String kind,
            String audience,
            @Nullable Boolean tentative,
            List<HeardComponent> components)
            implements PlannerEvent {}

    record WindowRevised(
            @Nullable String title,
            @Nullable Map<String, String> publicText,
            @Nullable List<HeardComponent> components,
            @Nullable String audience)
            implements PlannerEvent {}

    record WindowAnnounced(Instant start, Instant end, @Nullable List<HeardComponent> components)
            implements PlannerEvent {}

    record WindowConfirmed() implements PlannerEvent {}

    record WindowMoved(
            Instant previousStart,
            Instant start,
            Instant end,
            @Nullable Map<String, String> publicText)
            implements PlannerEvent {}

    record StartDelayed() implements PlannerEvent {}

    /** {@code corrects} is the event that told the text, and so the notice of that id. */
    record TextCorrected(
            String corrects, Map<String, String> publicText, Map<String, String> previous)
            implements PlannerEvent {}

    record ReminderDue(Instant start, @Nullable String reminder) implements PlannerEvent {}

    record WindowStarted() implements PlannerEvent {}

    record ProgressPosted(@Nullable Map<String, String> publicText, @Nullable Instant nextUpdateBy)
            implements PlannerEvent {}

    record ImpactChanged(List<Change> changes, @Nullable Map<String, String> publicText)
            implements PlannerEvent {

        public record Change(String id, Impact impact) {}
    }

    record WindowExtended(
            Instant previousEnd, Instant newEnd, @Nullable Map<String, String> publicText)
            implements PlannerEvent {}

    record WindowOverran() implements PlannerEvent {}

    record VerificationBegan() implements PlannerEvent {}

    record CarryOutResumed() implements PlannerEvent {}

    record RollbackBegan(@Nullable Map<String, String> publicText) implements PlannerEvent {}

    record WindowCompleted(
            @Nullable String outcome,
            Instant actualEnd,
            @Nullable List<HeardComponent> impactLeft,
            @Nullable Map<String, String> publicText)
            implements PlannerEvent {}

    record WindowCancelled(@Nullable Map<String, String> publicText) implements PlannerEvent {}

    EventTypes<PlannerEvent> TYPES =
            EventTypes.of(PlannerEvent.class, "planner")
                    .add("WindowPlanned", WindowPlanned.class)
                    .add("WindowRevised", WindowRevised.class)
                    .add("WindowAnnounced", WindowAnnounced.class)
                    .add("WindowConfirmed", WindowConfirmed.class)
                    .add("WindowMoved", WindowMoved.class)
                    .add("StartDelayed", StartDelayed.class)
                    .add("TextCorrected", TextCorrected.class)
                    .add("ReminderDue", ReminderDue.class)
                    .add("WindowStarted", WindowStarted.class)
                    .add("ProgressPosted", ProgressPosted.class)
                    .add("ImpactChanged", ImpactChanged.class)
                    .add("WindowExtended", WindowExtended.class)
                    .add("WindowOverran", WindowOverran.class)
                    .add("VerificationBegan", VerificationBegan.class)
                    .add("CarryOutResumed", CarryOutResumed.class)
                    .add("RollbackBegan", RollbackBegan.class)
                    .add("WindowCompleted", WindowCompleted.class)
                    .add("WindowCancelled", WindowCancelled.class)
                    .build();

    /** Reads a heard event, or answers null when the notifier has no use for it. */
    static @Nullable PlannerEvent of(LogEvent event) {
        return TYPES.classOf(event.type()) == null ? null : event.read(TYPES);
    }
}
