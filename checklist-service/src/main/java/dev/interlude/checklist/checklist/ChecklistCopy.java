package dev.interlude.checklist.checklist;

import dev.interlude.checklist.checklist.Checklist.Plan;
import dev.interlude.checklist.checklist.ChecklistEvent.ReadinessChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A checklist while something of it is changed. */
final class ChecklistCopy {

    private @Nullable Plan plan;
    private @Nullable Window window;
    private Map<String, StepRecord> steps;
    private Set<String> reviewed;
    private List<Concern> concerns;
    private @Nullable ReadinessChanged readiness;
    private boolean pastPointOfNoReturn;
    private boolean finished;
    private Instant at;
    private @Nullable Rollback rollback;
    private @Nullable List<Deviation> deviations;

    ChecklistCopy(Checklist c) {
        this.plan = c.plan();
        this.window = c.window();
        this.steps = c.steps();
        this.reviewed = c.reviewed();
        this.concerns = c.concerns();
        this.readiness = c.readiness();
        this.pastPointOfNoReturn = c.pastPointOfNoReturn();
        this.finished = c.finished();
        this.at = c.at();
        this.rollback = c.rollback();
        this.deviations = c.deviations();
    }

    ChecklistCopy plan(Plan next) {
        plan = next;
        return this;
    }

    ChecklistCopy window(@Nullable Window next) {
        window = next;
        return this;
    }

    ChecklistCopy steps(Map<String, StepRecord> next) {
        steps = next;
        return this;
    }

    ChecklistCopy rollback(@Nullable Rollback next) {
        rollback = next;
        return this;
    }

    ChecklistCopy reviewed(Set<String> seen, List<Concern> all) {
        reviewed = seen;
        concerns = all;
        return this;
    }

    ChecklistCopy said(ReadinessChanged next) {
        readiness = next;
        return this;
    }

    ChecklistCopy turned(boolean noReturn, boolean done) {
        pastPointOfNoReturn = noReturn;
        finished = done;
        return this;
    }

    ChecklistCopy deviations(List<Deviation> all) {
        deviations = all;
        return this;
    }

    ChecklistCopy at(Instant recordedAt) {
        at = recordedAt;
        return this;
    }

    Checklist done() {
        return new Checklist(
                plan,
                window,
                steps,
                reviewed,
                concerns,
                readiness,
                pastPointOfNoReturn,
                finished,
                at,
                rollback,
                deviations);
    }
}
