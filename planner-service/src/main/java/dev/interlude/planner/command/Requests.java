package dev.interlude.planner.command;

import dev.interlude.eventlog.identity.PersonRef;
import dev.interlude.planner.command.PeopleRequests.ExpertRequest;
import dev.interlude.planner.command.PeopleRequests.ShiftRequest;
import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.Kind;
import dev.interlude.planner.window.Outcome;
import dev.interlude.planner.window.Risk;
import dev.interlude.planner.window.WindowCommand.UpTo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of commands on windows. Instants are RFC 3339, durations ISO 8601, zones IANA. */
final class Requests {

    static final String SLUG = "[a-z0-9-]{1,64}";

    static final String EVENT_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** One line with something to read in it. */
    static final String LINE = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";

    private Requests() {}

    /** A component of the catalogue and what customers will notice of it. */
    record ComponentImpactRequest(
            @NotNull @Pattern(regexp = SLUG) String id, @NotNull Impact impact) {}

    /**
     * Driver and buddy are two people at every instant; without a liaison the buddy speaks with
     * customers too. In the time of a shift somebody else has the role.
     */
    record CrewRequest(
            @NotNull PersonRef driver,
            @NotNull PersonRef buddy,
            @Nullable PersonRef liaison,
            @Nullable @Size(max = 50) List<@NotNull @Valid ExpertRequest> experts,
            @Nullable @Size(max = 50) List<@NotNull @Valid ShiftRequest> shifts) {}

    /**
     * A plan. Title, publicText, zone, end and components are needed, and may come from the window
     * that it copies or, but for the zone, from its template; so may what else those two say.
     *
     * @param audience defaults to STAFF when nobody notices anything, else to PUBLIC
     * @param team defaults to the caller's only team as a planner
     * @param reminders leads before the start; default a day and an hour
     * @param updateEvery how often customers hear more while it runs; default PT30M from DEGRADED
     * @param tentative shown as such; can't start until it is confirmed
     * @param templateId the template that the checklist follows; STANDARD needs one
     * @param copyOf an earlier window, by id or number
     * @param upTo for an EMERGENCY: how far to go in this request, announced or started too
     */
    record PlanRequest(
            @Nullable @Size(max = 200) @Pattern(regexp = LINE) String title,
            @Nullable Texts publicText,
            @Nullable Texts internalText,
            @Nullable String zone,
            @NotNull Instant start,
            @Nullable Instant end,
            @Nullable @Size(min = 1, max = 100)
                    List<@NotNull @Valid ComponentImpactRequest> components,
            @Nullable Kind kind,
            @Nullable Audience audience,
            @Nullable @Pattern(regexp = SLUG) String team,
            @Nullable @Size(max = 2_000) String reason,
            @Nullable @Valid RiskRequest risk,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 500) String> references,
            @Nullable @Valid CrewRequest crew,
            @Nullable @Size(max = 10) List<@NotNull String> reminders,
            @Nullable Duration updateEvery,
            @Nullable Boolean tentative,
            @Nullable @Pattern(regexp = SLUG) String templateId,
            @Nullable @Size(max = 64) String copyOf,
            @Nullable UpTo upTo) {}

    record RiskRequest(@NotNull Risk.Level level, @Nullable @Size(max = 2_000) String text) {
        static @Nullable Risk orNull(@Nullable RiskRequest risk) {
            return risk == null ? null : new Risk(risk.level(), risk.text());
        }
    }

    /**
     * What is absent stays as it is; lists are whole new lists.
     *
     * @param audience only before the announcement
     */
    record RevisionRequest(
            @Nullable @Size(max = 200) @Pattern(regexp = LINE) String title,
            @Nullable Texts publicText,
            @Nullable Texts internalText,
            @Nullable @Size(max = 2_000) String reason,
            @Nullable @Valid RiskRequest risk,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 500) String> references,
            @Nullable @Size(max = 100) List<@NotNull @Valid ComponentImpactRequest> components,
            @Nullable @Size(max = 10) List<@NotNull String> reminders,
            @Nullable Duration updateEvery,
            @Nullable Audience audience) {}

    /**
     * Another time, before the start.
     *
     * @param end without it the window keeps its length
     * @param reason for staff
     */
    record MoveRequest(
            @NotNull Instant start,
            @Nullable Instant end,
            @NotBlank @Size(max = 2_000) String reason,
            @Nullable Texts publicText) {}

    /**
     * Another text for one that was told.
     *
     * @param of the event or notice that told it; what was told last without it
     */
    record CorrectionRequest(
            @NotNull Texts publicText,
            @Nullable @Pattern(regexp = EVENT_ID) String of,
            @Nullable @Size(max = 2_000) String reason) {}

    record DeclinationRequest(@Nullable @Size(max = 2_000) String reason) {}

    /** At least one text; {@code occurredAt} lies in the past, at most 24 hours. */
    record UpdateRequest(
            @Nullable Texts publicText,
            @Nullable Texts internalText,
            @Nullable Instant nextUpdateBy,
            @Nullable Instant occurredAt) {}

    /** What customers notice from now on, or since {@code occurredAt}. */
    record ImpactsRequest(
            @NotEmpty @Size(max = 100) List<@NotNull @Valid ComponentImpactRequest> components,
            @Nullable Texts publicText,
            @Nullable Instant occurredAt) {}

    /**
     * Until when: {@code newEnd}, or {@code by}, or the end of a {@code proposal}; with a proposal
     * and one of the others it is answered with another end.
     *
     * @param by how much later than the present end
     * @param proposal number of an extension proposal; its drafted text is used without a
     *     publicText
     * @param previousEnd the end that the caller believes in; another present end is 409
     */
    record ExtensionRequest(
            @Nullable Instant newEnd,
            @Nullable Duration by,
            @Nullable @Min(1) @Max(100_000) Integer proposal,
            @NotBlank @Size(max = 2_000) String reason,
            @Nullable Texts publicText,
            @Nullable Instant previousEnd) {}

    /**
     * How it ended.
     *
     * @param undone what is left to do
     * @param impactLeft what customers still notice
     */
    record CompletionRequest(
            @NotNull Outcome outcome,
            @Nullable Texts publicText,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 500) String> undone,
            @Nullable @Size(max = 100) List<@NotNull @Valid ComponentImpactRequest> impactLeft) {}

    record CancellationRequest(
            @NotBlank @Size(max = 2_000) String reason, @Nullable Texts publicText) {}

    /**
     * A component of the catalogue.
     *
     * @param id slug; never changes
     * @param backedBy those that stand in for it when it is away
     */
    record ComponentRequest(
            @NotNull @Pattern(regexp = SLUG) String id,
            @NotNull @Size(max = 100) @Pattern(regexp = LINE) String name,
            @Nullable @Size(max = 100) @Pattern(regexp = LINE) String group,
            @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = SLUG) String> dependsOn,
            @Nullable @Pattern(regexp = SLUG) String team,
            @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = SLUG) String> backedBy) {}

    /** What is absent stays as it is. */
    record ComponentRevisionRequest(
            @Nullable @Size(max = 100) @Pattern(regexp = LINE) String name,
            @Nullable @Size(max = 100) @Pattern(regexp = LINE) String group,
            @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = SLUG) String> dependsOn,
            @Nullable @Pattern(regexp = SLUG) String team,
            @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = SLUG) String> backedBy) {}
}
