package dev.interlude.checklist.command;

import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps;
import dev.interlude.checklist.checklist.ChecklistCommand.ConfirmSteps.Clearance;
import dev.interlude.checklist.checklist.ChecklistEvent.Seen;
import dev.interlude.checklist.checklist.Expectation;
import dev.interlude.checklist.checklist.Mode;
import dev.interlude.checklist.checklist.Phase;
import dev.interlude.checklist.checklist.Probe;
import dev.interlude.checklist.checklist.Script;
import dev.interlude.checklist.checklist.StepDraft;
import dev.interlude.checklist.checklist.StepPatch;
import dev.interlude.checklist.checklist.Verifies;
import dev.interlude.eventlog.decider.Act;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bodies of commands on checklists. Instants are RFC 3339, durations ISO 8601. */
final class Requests {

    private Requests() {}

    /**
     * A new checklist: of Markdown, of steps, of a template or of an earlier one.
     *
     * @param windowId id or number of the window; an id may be one that is not known here yet
     * @param title default: that of the Markdown, the template or the copied checklist
     * @param templateId slug; the newest version, or {@code templateVersion}
     * @param copyOf id or number of a window whose checklist is taken as it was in the end
     */
    record DraftRequest(
            @NotBlank @Size(max = 64) String windowId,
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable @Size(max = 200_000) String markdown,
            @Nullable @Size(max = 200) List<@NotNull @Valid StepRequest> steps,
            @Nullable @Pattern(regexp = "[a-z0-9-]{1,64}") String templateId,
            @Nullable @Positive Integer templateVersion,
            @Nullable @Size(min = 1, max = 64) String copyOf) {}

    /**
     * A step; a title is enough.
     *
     * @param id slug; default: made of the title
     * @param phase default CARRY_OUT
     * @param expectedDuration default PT5M
     * @param dependsOn default: the step before it in its phase and lane, for the first of them all
     *     of the phase before
     * @param lane default {@code driver}
     * @param mode default DO_CONFIRM; READ_DO for a point of no return
     * @param verifies default WORK
     * @param notBefore earliest start
     * @param dueAt when it should be done
     * @param reason needed for a step that is added once the window has started
     */
    record StepRequest(
            @Nullable @Size(max = 64) String id,
            @NotBlank @Size(max = 200) String title,
            @Nullable Phase phase,
            @Nullable @Size(max = 20_000) String instruction,
            @Nullable Duration expectedDuration,
            @Nullable @Size(max = 200) List<@NotNull String> dependsOn,
            @Nullable @Size(max = 64) String lane,
            @Nullable Mode mode,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 1_000) String> sideEffects,
            @Nullable @Size(max = 64) String rollbackOf,
            @Nullable @Size(max = 1_000) String noRollback,
            @Nullable Verifies verifies,
            @Nullable Boolean pointOfNoReturn,
            @Nullable Instant notBefore,
            @Nullable Instant dueAt,
            @Nullable @Valid ScriptRequest script,
            @Nullable @Valid ExpectationRequest expectation,
            @Nullable @Size(min = 1, max = 2_000) String reason) {

        StepDraft draft() {
            return new StepDraft(
                    id,
                    title,
                    phase,
                    instruction,
                    expectedDuration,
                    dependsOn,
                    lane,
                    mode,
                    sideEffects,
                    rollbackOf,
                    noRollback,
                    verifies,
                    pointOfNoReturn,
                    notBefore,
                    dueAt,
                    script == null ? null : script.script(),
                    expectation == null ? null : expectation.expectation());
        }
    }

    /**
     * A script of the team's own, by the name it has on their host.
     *
     * @param arguments each handed over as it is
     * @param timeout after which it is stopped
     */
    record ScriptRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 50) List<@NotNull @Size(max = 1_000) String> arguments,
            @Nullable Duration timeout) {

        Script script() {
            return new Script(name, arguments == null ? List.of() : arguments, timeout);
        }
    }

    /**
     * What to see when the step is done; with a bound, a value is read off at its completion.
     *
     * @param unit of the bounds
     * @param probe how a runner looks
     */
    record ExpectationRequest(
            @NotBlank @Size(max = 1_000) String text,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost,
            @Nullable @Size(min = 1, max = 20) String unit,
            @Nullable @Valid ProbeRequest probe) {

        Expectation expectation() {
            return new Expectation(
                    text, atLeast, atMost, unit, probe == null ? null : probe.probe());
        }
    }

    /**
     * A GET that a runner makes on the team's own host.
     *
     * @param status default: any from 200 to 299
     * @param within how long the answer may take; default PT10S
     * @param pointer JSON pointer of a number in the answer, which the bounds are about
     */
    record ProbeRequest(
            @NotBlank @Size(max = 2_000) String url,
            @Nullable Integer status,
            @Nullable Duration within,
            @Nullable @Size(min = 1, max = 500) String pointer) {

        Probe probe() {
            return new Probe(url, status, within, pointer);
        }
    }

    /**
     * What is to be otherwise with a step; what isn't said stays.
     *
     * @param remove names of members that are to be empty: instruction, rollbackOf, noRollback,
     *     notBefore, dueAt, script, expectation
     * @param reason needed once the window has started
     */
    record StepPatchRequest(
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable Phase phase,
            @Nullable @Size(max = 20_000) String instruction,
            @Nullable Duration expectedDuration,
            @Nullable @Size(max = 200) List<@NotNull String> dependsOn,
            @Nullable @Size(max = 64) String lane,
            @Nullable Mode mode,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 1_000) String> sideEffects,
            @Nullable @Size(max = 64) String rollbackOf,
            @Nullable @Size(max = 1_000) String noRollback,
            @Nullable Verifies verifies,
            @Nullable Boolean pointOfNoReturn,
            @Nullable Instant notBefore,
            @Nullable Instant dueAt,
            @Nullable @Valid ScriptRequest script,
            @Nullable @Valid ExpectationRequest expectation,
            @Nullable @Size(max = 10) List<@NotBlank @Size(max = 64) String> remove,
            @Nullable @Size(min = 1, max = 2_000) String reason) {

        StepPatch patch() {
            return new StepPatch(
                    title,
                    phase,
                    instruction,
                    expectedDuration,
                    dependsOn,
                    lane,
                    mode,
                    sideEffects,
                    rollbackOf,
                    noRollback,
                    verifies,
                    pointOfNoReturn,
                    notBefore,
                    dueAt,
                    script == null ? null : script.script(),
                    expectation == null ? null : expectation.expectation(),
                    remove == null ? Set.of() : Set.copyOf(remove));
        }
    }

    /**
     * Another order.
     *
     * @param stepIds every step once
     * @param reason needed once the window has started
     */
    record OrderRequest(
            @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 64) String> stepIds,
            @Nullable @Size(min = 1, max = 2_000) String reason) {}

    /**
     * A look at one step.
     *
     * @param concern what is doubted; without it the reviewer agrees
     */
    record StepReviewRequest(@Nullable @Size(min = 1, max = 2_000) String concern) {}

    /**
     * Evidence that lies elsewhere.
     *
     * @param link http or https address
     * @param name what it is called; default: the link
     */
    record LinkRequest(
            @NotBlank @Size(max = 2_000) String link,
            @Nullable @Size(min = 1, max = 200) String name) {}

    /** The buddy agrees to all steps but these. */
    record ReviewRequest(@Nullable @Size(max = 200) List<@NotNull @Valid DoubtRequest> except) {}

    record DoubtRequest(
            @NotBlank @Size(max = 64) String stepId, @NotBlank @Size(max = 2_000) String concern) {}

    record AnswerRequest(@NotBlank @Size(max = 2_000) String answer) {}

    /**
     * Go or no-go.
     *
     * @param seen the step's {@code goNoGo} as it was shown: a go is refused when that no longer
     *     holds
     */
    record ClearanceRequest(
            @NotNull Boolean go,
            @Nullable @Size(max = 2_000) String reason,
            @Nullable @Valid SeenRequest seen) {

        @Nullable Seen basis() {
            return seen == null ? null : seen.seen();
        }
    }

    /** What a go rests on: {@code goNoGo} of a step, as it is shown. */
    record SeenRequest(
            @NotNull Instant p50,
            @NotNull Instant p90,
            @NotNull Instant announcedEnd,
            @NotNull Duration slack,
            @Nullable Duration rollbackReserve,
            @NotNull @PositiveOrZero Integer openConcerns) {

        Seen seen() {
            return new Seen(p50, p90, announcedEnd, slack, rollbackReserve, openConcerns);
        }
    }

    /**
     * A start.
     *
     * @param occurredAt when it began, if not just now: not before it could, at most 24 h ago
     */
    record StartRequest(@Nullable Instant occurredAt) {}

    /**
     * A completion.
     *
     * @param startedAt for a step that was not started yet
     * @param occurredAt when it was done, if not just now
     * @param value what was read off, where the step expects a value within bounds
     * @param startNext start the next step of the lane along with it, if one can be started
     */
    record CompletionRequest(
            @Nullable @Size(max = 4_000) String evidence,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 1_000) String> observedSideEffects,
            @Nullable Instant occurredAt,
            @Nullable Instant startedAt,
            @Nullable BigDecimal value,
            @Nullable Boolean startNext) {

        static final CompletionRequest PLAIN =
                new CompletionRequest(null, null, null, null, null, null);
    }

    /**
     * All of it in one act, or none of it.
     *
     * @param clearances goes and no-goes for what can begin once these steps are confirmed
     * @param startNext start the next step of one's own lane along with it, if one can be started
     *     and none is being worked on
     */
    record ConfirmationsRequest(
            @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 64) String> stepIds,
            @Nullable @Size(max = 20) List<@NotNull @Valid ClearanceOfRequest> clearances,
            @Nullable Boolean startNext) {

        ConfirmSteps command(Act act) {
            return new ConfirmSteps(
                    act,
                    stepIds,
                    clearances == null
                            ? List.of()
                            : clearances.stream().map(ClearanceOfRequest::clearance).toList(),
                    Boolean.TRUE.equals(startNext));
        }
    }

    /**
     * Go or no-go for a step.
     *
     * @param seen needed for the go of a point of no return
     */
    record ClearanceOfRequest(
            @NotBlank @Size(max = 64) String stepId,
            @NotNull Boolean go,
            @Nullable @Size(max = 2_000) String reason,
            @Nullable @Valid SeenRequest seen) {

        Clearance clearance() {
            return new Clearance(stepId, go, reason, seen == null ? null : seen.seen());
        }
    }

    record ReasonRequest(@NotBlank @Size(max = 2_000) String reason) {}

    record OptionalReasonRequest(@Nullable @Size(max = 2_000) String reason) {}

    record TextRequest(@NotBlank @Size(max = 4_000) String text) {}
}
