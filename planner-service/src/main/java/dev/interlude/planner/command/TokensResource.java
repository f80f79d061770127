package dev.interlude.planner.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.eventlog.identity.Caller;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.command.TokenRequest.RevocationRequest;
import dev.interlude.planner.token.CalendarToken;
import dev.interlude.planner.token.CalendarToken.Issued;
import dev.interlude.planner.token.CalendarToken.NotIssued;
import dev.interlude.planner.token.Secret;
import dev.interlude.planner.token.TokenCommand;
import dev.interlude.planner.token.TokenCommand.IssueToken;
import dev.interlude.planner.token.TokenCommand.RevokeToken;
import dev.interlude.planner.token.TokenEvent;
import dev.interlude.planner.view.tokens.TokenView;
import dev.interlude.planner.view.tokens.Tokens;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Tokens for what can't sign in: a calendar program, a script of a person, a machine. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
class TokensResource {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final String ID = "[A-Za-z0-9._~-]{1,100}";

    private final CommandHandler<TokenCommand, TokenEvent, CalendarToken> handler;
    private final ApiTokens apiTokens;
    private final Tokens tokens;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Call call;

    TokensResource(
            CommandHandler<TokenCommand, TokenEvent, CalendarToken> handler,
            ApiTokens apiTokens,
            Tokens tokens,
            SecurityIdentity identity,
            Caller caller,
            Call call) {
        this.handler = handler;
        this.apiTokens = apiTokens;
        this.tokens = tokens;
        this.identity = identity;
        this.caller = caller;
        this.call = call;
    }

    /**
     * The newest first; {@code next} is the cursor of the page that follows, absent on the last.
     */
    record TokenList(List<TokenView> items, @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "issueToken",
            summary =
                    "A token for a calendar program, or an API token; the members token and"
                            + " calendar are shown this once")
    @APIResponseSchema(value = TokenView.class, responseCode = "201")
    public Uni<Response> issue(@NotNull @Valid TokenRequest body) {
        TokenRequest asked = body.fitting();
        return switch (asked.kindOrCalendar()) {
            case PERSON -> apiTokens.toPerson(asked);
            case MACHINE -> apiTokens.toMachine(asked);
            case CALENDAR, ELSEWHERE -> forCalendar(asked);
        };
    }

    private Uni<Response> forCalendar(TokenRequest body) {
        if (caller.byApiToken()) {
            throw Problem.of(
                    403, "sign-in-needed", "an API token makes no tokens; sign in for that");
        }
        String id = call.newId();
        Secret secret = made();
        var how = call.creating(PlannerLog.TOKEN.stream(id), "IssueToken", body);
        return handler.handle(
                        how,
                        act ->
                                new IssueToken(
                                        act,
                                        id,
                                        secret.sha256(),
                                        body.label(),
                                        body.team(),
                                        Objects.requireNonNullElse(body.validFor(), YEAR)))
                .map(handled -> shown(handled, secret));
    }

    private static Secret made() {
        byte[] random = new byte[Secret.BYTES];
        new SecureRandom().nextBytes(random);
        return Secret.of(random);
    }

    private static Response shown(Handled<TokenEvent, CalendarToken> handled, Secret secret) {
        Issued token = issued(handled.state());
        Response answer = answer(handled);
        if (!handled.dryRun()
                && token.sha256().equals(secret.sha256())
                && answer.getEntity() instanceof ObjectNode body) {
            body.put("token", secret.written());
            body.put("calendar", "/api/v1/calendar.ics?token=" + secret.written());
        }
        return answer;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listTokens",
            summary = "The caller's tokens; everyone=true shows admins and auditors those of all")
    @APIResponseSchema(value = TokenList.class, responseCode = "200")
    public Uni<Response> list(
            @QueryParam("everyone") @Nullable String everyone,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        String after = Pages.after(cursor);
        int most = Queries.limit(limit);
        boolean all = "true".equals(everyone);
        if (all && !identity.hasRole("admin") && !identity.hasRole("auditor")) {
            throw Problem.of(403, "role-missing", "this needs the role admin or auditor");
        }
        return tokens.of(all ? null : call.actor().id())
                .map(found -> Pages.of(found, Tokens::order, after, most))
                .map(page ->
                        Pages.answer(new TokenList(page.items(), page.next()), page.next(), uri));
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getToken", summary = "One of the caller's tokens; for admins any")
    @APIResponseSchema(value = TokenView.class, responseCode = "200")
    public Uni<Response> get(@PathParam("id") String id) {
        String holder = call.actor().id();
        boolean any = identity.hasRole("admin") || identity.hasRole("auditor");
        return apiTokens
                .fold(known(id))
                .chain(api ->
                        api.sequence() > 0
                                ? Uni.createFrom()
                                        .item(
                                                seen(
                                                        ApiTokens.view(api.state(), api.now()),
                                                        api.version(),
                                                        any,
                                                        holder))
                                : handler.fold(id)
                                        .map(found ->
                                                seen(
                                                        TokenView.of(
                                                                issued(found.state()), found.now()),
                                                        found.version(),
                                                        any,
                                                        holder)));
    }

    private static Response seen(TokenView token, long version, boolean any, String holder) {
        if (!any && !holder.equals(token.person()) && !holder.equals(token.machineId())) {
            throw noSuchToken();
        }
        return Answers.view(token, version);
    }

    @DELETE
    @Path("{id}")
    @Authenticated
    @Operation(
            operationId = "revokeToken",
            summary =
                    "The token opens nothing any more; of an API token every service hears so"
                            + " within seconds")
    @APIResponseSchema(value = TokenView.class, responseCode = "200")
    public Uni<Response> revoke(@PathParam("id") String id) {
        boolean admin = identity.hasRole("admin");
        var how = call.on(PlannerLog.TOKEN.stream(known(id)), "RevokeToken", null);
        var ofApiToken = apiTokens.revocationOf(id);
        return apiTokens
                .fold(id)
                .chain(api ->
                        api.sequence() > 0
                                ? apiTokens.revoke(ofApiToken, admin)
                                : handler.handle(how, act -> new RevokeToken(act, admin))
                                        .map(TokensResource::answer));
    }

    @POST
    @Path("revocations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            operationId = "refuseToken",
            summary =
                    "Takes back any token of the deployment's own key by its jti, also one to sign"
                            + " in with: for a laptop that was lost")
    @APIResponseSchema(value = TokenView.class, responseCode = "200")
    public Uni<Response> refuse(@NotNull @Valid RevocationRequest body) {
        return apiTokens.refuse(body);
    }

    private static Response answer(Handled<TokenEvent, CalendarToken> handled) {
        Issued token = issued(handled.state());
        return Answers.command(
                handled,
                PlannerEvents.TOKEN,
                TokenView.of(token, Instant.now()),
                URI.create("/api/v1/tokens/" + token.id()));
    }

    private static Issued issued(CalendarToken token) {
        return switch (token) {
            case Issued issued -> issued;
            case NotIssued _ -> throw noSuchToken();
        };
    }

    private static String known(String id) {
        if (!id.matches(ID)) {
            throw noSuchToken();
        }
        return id;
    }

    static Problem noSuchToken() {
        return Problem.notFound("there is no such token");
    }
}
