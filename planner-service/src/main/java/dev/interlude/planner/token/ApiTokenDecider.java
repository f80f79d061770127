package dev.interlude.planner.token;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.decider.Rejection;
import dev.interlude.planner.token.ApiToken.Issued;
import dev.interlude.planner.token.ApiToken.Kind;
import dev.interlude.planner.token.ApiToken.NotIssued;
import dev.interlude.planner.token.ApiToken.RefusedElsewhere;
import dev.interlude.planner.token.ApiTokenCommand.IssueToMachine;
import dev.interlude.planner.token.ApiTokenCommand.IssueToPerson;
import dev.interlude.planner.token.ApiTokenCommand.Order;
import dev.interlude.planner.token.ApiTokenCommand.RefuseToken;
import dev.interlude.planner.token.ApiTokenCommand.RevokeApiToken;
import dev.interlude.planner.token.ApiTokenEvent.ApiTokenIssued;
import dev.interlude.planner.token.ApiTokenEvent.ApiTokenRevoked;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person gives themselves a token that may do no more than they; an admin gives machines theirs.
 * Who holds a token takes it back, or an admin does, for good.
 */
public final class ApiTokenDecider implements Decider<ApiTokenCommand, ApiTokenEvent, ApiToken> {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    @Override
    public ApiToken initial() {
        return new NotIssued();
    }

    @Override
    public Decision<ApiTokenEvent> decide(ApiTokenCommand command, ApiToken token) {
        return switch (command) {
            case IssueToPerson c -> toPerson(c, token);
            case IssueToMachine c -> toMachine(c, token);
            case RevokeApiToken c -> revoke(c, token);
            case RefuseToken c -> refuse(c, token);
        };
    }

    private static Decision<ApiTokenEvent> toPerson(IssueToPerson c, ApiToken token) {
        Rejection no = order(c.act(), c.order(), token);
        if (no != null) {
            return Decision.reject(no);
        }
        List<String> beyond = c.order().reach().beyond(c.own());
        if (!beyond.isEmpty()) {
            return Decision.reject(
                    Rejection.forbidden(
                                    "role-missing",
                                    "A token may do no more than its person: "
                                            + String.join(", ", beyond))
                            .with("missing", beyond));
        }
        return Decision.accept(issued(c.act(), c.order(), Kind.PERSON, c.act().actor().id(), null));
    }

    private static Decision<ApiTokenEvent> toMachine(IssueToMachine c, ApiToken token) {
        Rejection no = order(c.act(), c.order(), token);
        if (no != null) {
            return Decision.reject(no);
        }
        if (!c.admin()) {
            return Decision.reject(
                    Rejection.forbidden("role-missing", "An admin gives machines their tokens."));
        }
        return Decision.accept(issued(c.act(), c.order(), Kind.MACHINE, c.holder(), c.machine()));
    }

    /** Why no token at all is made of this order; null when one may be. */
    private static @Nullable Rejection order(Act act, Order order, ApiToken token) {
        if (!(token instanceof NotIssued)) {
            return Rejection.conflict("already-exists", "There is such a token already.");
        }
        if (order.byApiToken()) {
            return Rejection.forbidden(
                    "sign-in-needed", "An API token makes no tokens; sign in for that.");
        }
        if (!act.actor().isPerson()) {
            return Rejection.forbidden("role-missing", "A machine makes no tokens.");
        }
        boolean bounded =
                order.validFor().compareTo(SHORTEST) >= 0
                        && order.validFor().compareTo(LONGEST) <= 0;
        return bounded ? null : Rejection.invalid("/validFor", "must be PT1M to P366D");
    }

    /** A token counts in whole seconds. */
    private static ApiTokenIssued issued(
            Act act, Order order, Kind kind, String holder, @Nullable String machine) {
        return new ApiTokenIssued(
                order.tokenId(),
                kind,
                holder,
                machine,
                order.label(),
                order.reach().roles(),
                order.reach().teams(),
                act.now().plus(order.validFor()).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whose token it is not is not told that there is one. */
    private static Decision<ApiTokenEvent> revoke(RevokeApiToken c, ApiToken token) {
        return switch (token) {
            case NotIssued _ -> Decision.reject(noSuchToken());
            case RefusedElsewhere _ ->
                    c.admin() ? Decision.nothing() : Decision.reject(noSuchToken());
            case Issued t ->
                    c.admin() || c.act().actor().id().equals(t.holder())
                            ? revoked(t)
                            : Decision.reject(noSuchToken());
        };
    }

    private static Decision<ApiTokenEvent> refuse(RefuseToken c, ApiToken token) {
        if (!c.admin()) {
            return Decision.reject(
                    Rejection.forbidden("role-missing", "An admin takes back tokens of others."));
        }
        return switch (token) {
            case NotIssued _ -> Decision.accept(new ApiTokenRevoked(c.tokenId(), c.expiresAt()));
            case RefusedElsewhere _ -> Decision.nothing();
            case Issued t -> revoked(t);
        };
    }

    private static Decision<ApiTokenEvent> revoked(Issued token) {
        return token.revokedAt() != null
                ? Decision.nothing()
                : Decision.accept(new ApiTokenRevoked(token.id(), token.expiresAt()));
    }

    private static Rejection noSuchToken() {
        return Rejection.notFound("There is no such token.");
    }

    @Override
    public ApiToken evolve(ApiToken token, Recorded<ApiTokenEvent> event) {
        return switch (event.event()) {
            case ApiTokenIssued e ->
                    new Issued(
                            e.tokenId(),
                            e.kind(),
                            e.holder(),
                            e.machine(),
                            e.label(),
                            new Reach(e.roles(), e.teams()),
                            event.actor().id(),
                            event.recordedAt(),
                            e.expiresAt(),
                            null);
            case ApiTokenRevoked e ->
                    switch (token) {
                        case Issued t -> t.revoked(event.recordedAt());
                        case RefusedElsewhere t -> t;
                        case NotIssued _ ->
                                new RefusedElsewhere(
                                        e.tokenId(), e.expiresAt(), event.recordedAt());
                    };
        };
    }
}
