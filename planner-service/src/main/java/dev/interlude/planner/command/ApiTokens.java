package dev.interlude.planner.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Folded;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.identity.Caller;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.command.TokenRequest.RevocationRequest;
import dev.interlude.planner.signing.TokenSigner;
import dev.interlude.planner.signing.TokenSigner.Claims;
import dev.interlude.planner.token.ApiToken;
import dev.interlude.planner.token.ApiToken.Issued;
import dev.interlude.planner.token.ApiToken.NotIssued;
import dev.interlude.planner.token.ApiToken.RefusedElsewhere;
import dev.interlude.planner.token.ApiTokenCommand;
import dev.interlude.planner.token.ApiTokenCommand.IssueToMachine;
import dev.interlude.planner.token.ApiTokenCommand.IssueToPerson;
import dev.interlude.planner.token.ApiTokenCommand.Order;
import dev.interlude.planner.token.ApiTokenCommand.RefuseToken;
import dev.interlude.planner.token.ApiTokenCommand.RevokeApiToken;
import dev.interlude.planner.token.ApiTokenEvent;
import dev.interlude.planner.token.Reach;
import dev.interlude.planner.view.tokens.TokenView;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** API tokens: signed once, shown once, and only known by what they may do from then on. */
@ApplicationScoped
class ApiTokens {

    private static final Duration QUARTER = Duration.ofDays(90);

    private final CommandHandler<ApiTokenCommand, ApiTokenEvent, ApiToken> handler;
    private final TokenSigner signer;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Call call;

    ApiTokens(
            CommandHandler<ApiTokenCommand, ApiTokenEvent, ApiToken> handler,
            TokenSigner signer,
            SecurityIdentity identity,
            Caller caller,
            Call call) {
        this.handler = handler;
        this.signer = signer;
        this.identity = identity;
        this.caller = caller;
        this.call = call;
    }

    /** Who a token is of, as its claims name them. */
    private record Bearer(String origin, String subject, String name, String kind) {}

    /** A token of the caller's own. */
    Uni<Response> toPerson(TokenRequest body) {
        var own = new Reach(List.copyOf(caller.roles()), List.copyOf(caller.teams()));
        Order order = order(body, own);
        var bearer = new Bearer(caller.issuer(), caller.subject(), caller.name(), "person");
        return handler.handle(creating(order, body), act -> new IssueToPerson(act, order, own))
                .map(handled -> shown(handled, order, bearer));
    }

    /** A token of a machine, by an admin. */
    Uni<Response> toMachine(TokenRequest body) {
        Order order = order(body, new Reach(List.of(), List.of()));
        String machine = Objects.requireNonNull(body.machine(), "a machine's request names it");
        String subject = "machine:" + machine;
        String holder = caller.machine(subject);
        boolean admin = identity.hasRole("admin");
        var bearer = new Bearer(signer.issuer(), subject, body.label(), "service");
        return handler.handle(
                        creating(order, body),
                        act -> new IssueToMachine(act, order, machine, holder, admin))
                .map(handled -> shown(handled, order, bearer));
    }

    private Order order(TokenRequest body, Reach otherwise) {
        signer.requireKey();
        return new Order(
                call.newId(),
                body.label(),
                new Reach(
                        Objects.requireNonNullElse(body.roles(), otherwise.roles()),
                        Objects.requireNonNullElse(body.teams(), otherwise.teams())),
                Objects.requireNonNullElse(body.validFor(), QUARTER),
                caller.byApiToken());
    }

    private Invocation creating(Order order, TokenRequest body) {
        return call.creating(PlannerLog.API_TOKEN.stream(order.tokenId()), "IssueApiToken", body);
    }

    /** A repeated request is answered with the first one's token, which was shown already. */
    private Response shown(Handled<ApiTokenEvent, ApiToken> handled, Order order, Bearer bearer) {
        Response answer = answer(handled);
        if (!handled.dryRun()
                && handled.state() instanceof Issued token
                && token.id().equals(order.tokenId())
                && answer.getEntity() instanceof ObjectNode body) {
            body.put("token", signer.sign(claims(token, bearer)));
        }
        return answer;
    }

    private static Claims claims(Issued token, Bearer bearer) {
        return new Claims(
                token.id(),
                bearer.origin(),
                bearer.subject(),
                bearer.name(),
                bearer.kind(),
                token.reach().groups(),
                token.issuedAt(),
                token.expiresAt());
    }

    /** {@code how} and {@code admin} are of the entry of the request. */
    Uni<Response> revoke(Invocation how, boolean admin) {
        return handler.handle(how, act -> new RevokeApiToken(act, admin)).map(ApiTokens::answer);
    }

    Invocation revocationOf(String id) {
        return call.on(PlannerLog.API_TOKEN.stream(id), "RevokeApiToken", null);
    }

    /** Any token of the deployment's key, whoever made it. */
    Uni<Response> refuse(RevocationRequest body) {
        boolean admin = identity.hasRole("admin");
        var how = call.on(PlannerLog.API_TOKEN.stream(body.tokenId()), "RefuseToken", body);
        return handler.handle(
                        how, act -> new RefuseToken(act, body.tokenId(), body.expiresAt(), admin))
                .map(ApiTokens::answer);
    }

    Uni<Folded<ApiToken>> fold(String id) {
        return handler.fold(id);
    }

    private static Response answer(Handled<ApiTokenEvent, ApiToken> handled) {
        TokenView view = view(handled.state(), Instant.now());
        return Answers.command(
                handled, PlannerEvents.API_TOKEN, view, URI.create("/api/v1/tokens/" + view.id()));
    }

    static TokenView view(ApiToken token, Instant now) {
        return switch (token) {
            case Issued issued -> TokenView.of(issued, now);
            case RefusedElsewhere refused -> TokenView.of(refused);
            case NotIssued _ -> throw TokensResource.noSuchToken();
        };
    }
}
