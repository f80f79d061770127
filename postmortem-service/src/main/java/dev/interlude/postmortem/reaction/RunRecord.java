package dev.interlude.postmortem.reaction;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.postmortem.heard.FromChecklist.StepTurn;
import dev.interlude.postmortem.heard.FromPlanner.ReadinessRecorded;
import dev.interlude.postmortem.heard.FromPlanner.WindowCompleted;
import dev.interlude.postmortem.heard.FromPlanner.WindowExtended;
import dev.interlude.postmortem.postmortem.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the archived events of one window say about how it went. Events of different services may
 * come in any order: the record is complete when the window is closed and everything of the
 * checklist that the planner knew when it closed it has arrived too.
 */
final class RunRecord {

    private record Found(Instant at, Reason reason) {}

    private final List<Found> found = new ArrayList<>();
    private final Map<String, LogEvent> failing = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Set<String> retried = new HashSet<>();
    private boolean closed;
    private long checklistHeard;
    private long checklistKnown;

    static RunRecord of(List<LogEvent> events) {
        var record = new RunRecord();
        events.forEach(record::take);
        return record;
    }

    boolean complete() {
        return closed && checklistHeard >= checklistKnown;
    }

    /** In the order in which they happened. */
    List<Reason> reasons() {
        var all = new ArrayList<>(found);
        failing.forEach((step, event) ->
                all.add(found(event, "step-failed", named(step) + " failed and was left")));
        return all.stream()
                .sorted(Comparator.comparing(Found::at).thenComparing(f -> f.reason().code()))
                .map(Found::reason)
                .toList();
    }

    private void take(LogEvent event) {
        switch (event.source()) {
            case "planner" -> planner(event);
            case "checklist" -> checklist(event);
            default -> {}
        }
    }

    private void planner(LogEvent event) {
        switch (event.name()) {
            case "WindowOverran" ->
                    add(event, "overrun", "The announced end passed with work open");
            case "RollbackBegan" -> add(event, "rollback", "The work was rolled back");
            case "GateOverridden" -> add(event, "override", "A gate was passed on record");
            case "GlassBroken" ->
                    add(event, "break-glass", "One operator went on alone behind broken glass");
            case "WindowExtended" -> extended(event, event.read(WindowExtended.class));
            case "ReadinessRecorded" ->
                    checklistKnown = event.read(ReadinessRecorded.class).checklistSequence();
            case "ReadinessForgotten" -> checklistKnown = 0;
            case "WindowCompleted" -> completed(event, event.read(WindowCompleted.class));
            case "WindowCancelled" -> closed = true;
            default -> {}
        }
    }

    private void extended(LogEvent event, WindowExtended extended) {
        if (extended.ordinal() == 2) {
            add(event, "extended-twice", "The announced end was moved more than once");
        }
        if (!extended.beforePreviousEnd()) {
            add(event, "extended-late", "An extension was announced after the end it moved");
        }
    }

    private void completed(LogEvent event, WindowCompleted completed) {
        closed = true;
        switch (completed.outcome()) {
            case "FAILED" -> add(event, "failed", "The outcome is FAILED");
            case "PARTIAL" -> add(event, "partial", "The outcome is PARTIAL");
            default -> {}
        }
    }

    private void checklist(LogEvent event) {
        if (event.category().equals("checklist")) {
            checklistHeard = Math.max(checklistHeard, event.sequence());
        }
        switch (event.name()) {
            case "StepFailed" -> failed(event, event.read(StepTurn.class));
            case "StepRejected" -> rejected(event, event.read(StepTurn.class));
            case "StepRetried" -> retried(event.read(StepTurn.class).stepId());
            default -> {}
        }
    }

    private void rejected(LogEvent event, StepTurn step) {
        titles.put(step.stepId(), step.title() == null ? step.stepId() : step.title());
        if ("VERIFY".equals(step.phase())) {
            add(event, "verify-rejected", named(step.stepId()) + " was rejected" + because(step));
        }
        failed(event, step);
    }

    private void failed(LogEvent event, StepTurn step) {
        titles.put(step.stepId(), step.title() == null ? step.stepId() : step.title());
        if (retried.contains(step.stepId())) {
            add(event, "step-failed", named(step.stepId()) + " failed again after a retry");
        } else {
            failing.put(step.stepId(), event);
        }
    }

    private void retried(String stepId) {
        failing.remove(stepId);
        retried.add(stepId);
    }

    private String named(String stepId) {
        return "Step '" + titles.getOrDefault(stepId, stepId) + "'";
    }

    private static String because(StepTurn step) {
        return step.reason() == null || step.reason().isBlank() ? "" : ": " + step.reason();
    }

    private void add(LogEvent event, String code, String text) {
        found.add(found(event, code, text));
    }

    private static Found found(LogEvent event, String code, String text) {
        return new Found(event.occurredAt(), new Reason(code, event.id(), text));
    }
}
