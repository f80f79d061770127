package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.view.tokens.TokenView;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new token: for a calendar program, or an API token.
 *
 * @param kind CALENDAR (when absent), PERSON for an API token of the caller's own, MACHINE for one
 *     that an admin gives a machine
 * @param label to know it by; of an API token it stands in the log for good, so no names of people
 * @param scope of a calendar: CALENDAR, which is the only one
 * @param team of a calendar: whose windows it shows; those of all teams when absent
 * @param machine of a machine: what it is called; tokens of one name are of one machine
 * @param roles of an API token; the caller's own when absent, which a machine's can't be
 * @param teams of an API token: where it has these roles; the caller's own when absent
 * @param validFor of a calendar PT1H to P731D, P365D when absent; of an API token PT1M to P366D,
 *     P90D when absent
 */
record TokenRequest(
        TokenView.@Nullable TokenKind kind,
        @NotNull @Size(max = 100) @Pattern(regexp = Requests.LINE) String label,
        TokenView.@Nullable Scope scope,
        @Nullable @Pattern(regexp = Requests.SLUG) String team,
        @Nullable @Pattern(regexp = Requests.SLUG) String machine,
        @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = TokenRequest.ROLE) String> roles,
        @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Requests.SLUG) String> teams,
        @Nullable Duration validFor) {

    static final String ROLE = "planner|operator|liaison|auditor|admin|service";

    /**
     * Refuses any token of the deployment's key, whoever made it.
     *
     * @param tokenId its {@code jti}
     * @param expiresAt its {@code exp}, so that it need not be remembered for longer; absent when
     *     that is not known
     */
    record RevocationRequest(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._~-]{1,100}") String tokenId,
            @Nullable Instant expiresAt) {}

    TokenView.TokenKind kindOrCalendar() {
        return kind == null ? TokenView.TokenKind.CALENDAR : kind;
    }

    /** Members that mean nothing for this kind are refused: a slip would go unnoticed. */
    TokenRequest fitting() {
        switch (kindOrCalendar()) {
            case CALENDAR -> {
                absent("/machine", machine);
                absent("/roles", roles);
                absent("/teams", teams);
            }
            case PERSON -> {
                absent("/scope", scope);
                absent("/team", team);
                absent("/machine", machine);
            }
            case MACHINE -> {
                absent("/scope", scope);
                absent("/team", team);
                required("/machine", machine);
                required("/roles", roles);
                required("/teams", teams);
            }
            case ELSEWHERE -> throw Problem.invalid("/kind", "CALENDAR, PERSON or MACHINE");
        }
        return this;
    }

    private void absent(String pointer, @Nullable Object member) {
        if (member != null) {
            throw Problem.invalid(pointer, "not for a token of kind " + kindOrCalendar());
        }
    }

    private void required(String pointer, @Nullable Object member) {
        if (member == null) {
            throw Problem.invalid(pointer, "needed for a token of kind " + kindOrCalendar());
        }
    }
}
