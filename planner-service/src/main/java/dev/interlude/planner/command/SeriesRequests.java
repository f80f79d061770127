package dev.interlude.planner.command;

import dev.interlude.eventlog.decider.Authority;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.eventlog.identity.PersonRef;
import dev.interlude.planner.command.Requests.ComponentImpactRequest;
import dev.interlude.planner.series.SeriesTerms;
import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.ComponentImpact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bodies of commands on series. Local times are on the wall of the zone. */
final class SeriesRequests {

    private static final Duration MONTH = Duration.ofDays(30);

    private SeriesRequests() {}

    /** Who is named for every occurrence. */
    record SeriesCrewRequest(
            @NotNull PersonRef driver, @NotNull PersonRef buddy, @Nullable PersonRef liaison) {}

    /**
     * A series.
     *
     * @param rule value of an RRULE (RFC 5545), at most daily
     * @param openBefore P30D when absent
     * @param team defaults to the caller's only team as a planner
     * @param templateId of the checklist that each occurrence opens with; without it they open
     *     without one
     * @param inGap SKIP or LATER; without it a rule that comes to a time which is not there is 422
     */
    record SeriesRequest(
            @NotNull @Size(max = 200) @Pattern(regexp = Requests.LINE) String title,
            @NotNull Texts publicText,
            @Nullable Texts internalText,
            @NotNull String zone,
            @NotNull @Size(max = 500) String rule,
            @NotNull LocalDateTime localStart,
            @NotNull Duration duration,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid ComponentImpactRequest> components,
            @Nullable @Pattern(regexp = Requests.SLUG) String team,
            @Nullable Audience audience,
            @Nullable Duration openBefore,
            @Nullable Boolean autoAnnounce,
            @Nullable @Size(max = 10) List<@NotNull String> reminders,
            @Nullable @Valid SeriesCrewRequest crew,
            SeriesTerms.@Nullable InGap inGap,
            @Nullable @Pattern(regexp = Requests.SLUG) String templateId) {

        /** The terms, as soon as the components are known by name. */
        Function<List<ComponentImpact>, SeriesTerms> terms(Call call) {
            String ofTeam = team == null ? onlyTeam(call) : team;
            SeriesTerms.Crew named = crew == null ? null : crew(crew, call);
            return found ->
                    new SeriesTerms(
                            title,
                            publicText.byLanguage(),
                            Texts.orNull(internalText),
                            zone,
                            rule,
                            localStart,
                            duration,
                            found,
                            ofTeam,
                            audience,
                            Objects.requireNonNullElse(openBefore, MONTH),
                            Boolean.TRUE.equals(autoAnnounce),
                            reminders,
                            named,
                            inGap,
                            templateId);
        }

        private static SeriesTerms.Crew crew(SeriesCrewRequest crew, Call call) {
            return new SeriesTerms.Crew(
                    call.person(crew.driver()),
                    call.person(crew.buddy()),
                    crew.liaison() == null ? null : call.person(crew.liaison()));
        }

        private static String onlyTeam(Call call) {
            var teams =
                    call.authority().grants().stream()
                            .filter(grant -> grant.role().equals("planner"))
                            .map(Authority.Grant::scope)
                            .toList();
            if (teams.isEmpty()) {
                throw Problem.of(403, "role-missing", "this needs the role planner in a team");
            }
            if (teams.size() > 1) {
                throw Problem.invalid("/team", "must be named by who plans for several teams");
            }
            return teams.getFirst();
        }
    }

    /** {@code from}: original local start of the first occurrence that changes. */
    record SeriesRevisionRequest(
            @NotNull LocalDateTime from, @NotNull @Valid SeriesRequest series) {}

    record EndingRequest(@NotNull LocalDateTime from, @Nullable @Size(max = 2_000) String reason) {}

    record SkipRequest(@NotBlank @Size(max = 2_000) String reason) {}

    /** Start and end together, or none of them. */
    record ChangeRequest(
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable @Size(max = 200) @Pattern(regexp = Requests.LINE) String title,
            @Nullable Texts publicText,
            @NotBlank @Size(max = 2_000) String reason) {}
}
