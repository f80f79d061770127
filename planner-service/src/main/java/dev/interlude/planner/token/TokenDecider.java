package dev.interlude.planner.token;

import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.token.CalendarToken.Issued;
import dev.interlude.planner.token.CalendarToken.NotIssued;
import dev.interlude.planner.token.TokenCommand.IssueToken;
import dev.interlude.planner.token.TokenCommand.RevokeToken;
import dev.interlude.planner.token.TokenEvent.TokenIssued;
import dev.interlude.planner.token.TokenEvent.TokenRevoked;
import java.time.Duration;

/** A token is a person's, for a time; they take it back, or an admin does. */
public final class TokenDecider implements Decider<TokenCommand, TokenEvent, CalendarToken> {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(731);

    @Override
    public CalendarToken initial() {
        return new NotIssued();
    }

    @Override
    public Decision<TokenEvent> decide(TokenCommand command, CalendarToken token) {
        return switch (command) {
            case IssueToken c -> issue(c, token);
            case RevokeToken c -> revoke(c, token);
        };
    }

    private static Decision<TokenEvent> issue(IssueToken c, CalendarToken token) {
        if (token instanceof Issued) {
            return Decision.reject(
                    Rejection.conflict("already-exists", "There is such a token already."));
        }
        if (!c.act().actor().isPerson()) {
            return Decision.reject(
                    Rejection.forbidden("role-missing", "A calendar belongs to a person."));
        }
        if (c.validFor().compareTo(SHORTEST) < 0 || c.validFor().compareTo(LONGEST) > 0) {
            return Decision.reject(Rejection.invalid("/validFor", "must be PT1H to P731D"));
        }
        return Decision.accept(
                new TokenIssued(
                        c.tokenId(),
                        c.sha256(),
                        c.act().actor().id(),
                        c.label(),
                        c.team(),
                        c.act().now().plus(c.validFor())));
    }

    /** Whose token it is not is not told that there is one. */
    private static Decision<TokenEvent> revoke(RevokeToken c, CalendarToken token) {
        return switch (token) {
            case NotIssued _ -> Decision.reject(noSuchToken());
            case Issued t -> {
                boolean own = c.act().actor().isPerson() && c.act().actor().id().equals(t.person());
                if (!own && !c.admin()) {
                    yield Decision.reject(noSuchToken());
                }
                yield t.revokedAt() != null
                        ? Decision.nothing()
                        : Decision.accept(new TokenRevoked(t.id(), c.act().actor().id()));
            }
        };
    }

    private static Rejection noSuchToken() {
        return Rejection.notFound("There is no such token.");
    }

    @Override
    public CalendarToken evolve(CalendarToken token, Recorded<TokenEvent> event) {
        return switch (event.event()) {
            case TokenIssued e ->
                    new Issued(
                            e.tokenId(),
                            e.sha256(),
                            e.person(),
                            e.label(),
                            e.team(),
                            event.recordedAt(),
                            e.expiresAt(),
                            null);
            case TokenRevoked _ ->
                    token instanceof Issued t
                            ? new Issued(
                                    t.id(),
                                    t.sha256(),
                                    t.person(),
                                    t.label(),
                                    t.team(),
                                    t.issuedAt(),
                                    t.expiresAt(),
                                    event.recordedAt())
                            : token;
        };
    }
}
