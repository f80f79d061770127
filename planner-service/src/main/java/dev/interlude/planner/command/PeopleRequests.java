package dev.interlude.planner.command;

import dev.interlude.eventlog.identity.PersonRef;
import dev.interlude.planner.window.CrewRole;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of what people settle among themselves. Instants are RFC 3339. */
final class PeopleRequests {

    private PeopleRequests() {}

    /**
     * Somebody else has a role for a time.
     *
     * @param to until when, exclusive; absent for to the end
     */
    record ShiftRequest(
            @NotNull CrewRole role,
            @NotNull PersonRef person,
            @NotNull Instant from,
            @Nullable Instant to) {}

    /**
     * Somebody who works in a lane of their own.
     *
     * @param lane of the checklist, a slug
     * @param from absent for from the start
     * @param to absent for to the end
     */
    record ExpertRequest(
            @NotNull @Pattern(regexp = Requests.SLUG) String lane,
            @NotNull PersonRef person,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** {@code at}: from when it may be taken; absent for now. */
    record HandOverRequest(@NotNull CrewRole role, @NotNull PersonRef to, @Nullable Instant at) {}

    /**
     * {@code gapSince}: since when the holder does not answer, at most 24 hours; absent for now.
     */
    record TakeOverRequest(
            @NotNull CrewRole role,
            @Nullable Instant gapSince,
            @NotBlank @Size(max = 2_000) String reason) {}

    record ReasonRequest(@NotBlank @Size(max = 2_000) String reason) {}

    record OptionalReasonRequest(@Nullable @Size(max = 2_000) String reason) {
        static @Nullable String of(@Nullable OptionalReasonRequest body) {
            return body == null ? null : body.reason();
        }
    }

    /** {@code gates}: names of gates that shall be passed on record. */
    record OverrideRequest(
            @NotNull @Size(max = 20) List<@NotNull String> gates,
            @NotBlank @Size(max = 2_000) String reason) {}

    /**
     * What one operator goes on without.
     *
     * @param gates names of gates
     * @param confirmations step-confirmation, hold-release, rollback-confirmation
     */
    record BreakGlassRequest(
            @Nullable @Size(max = 20) List<@NotNull String> gates,
            @Nullable @Size(max = 20) List<@NotNull String> confirmations,
            @NotBlank @Size(max = 2_000) String reason) {}

    record ConfirmationRequest(@Nullable Texts publicText) {}
}
