package dev.interlude.planner.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Tokens of people for what can't sign in, such as a calendar program. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
class TokensResource {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final CommandHandler<TokenCommand, TokenEvent, CalendarToken> handler;
    private final Tokens tokens;
    private final SecurityIdentity identity;
    private final Call call;

    TokensResource(
            CommandHandler<TokenCommand, TokenEvent, CalendarToken> handler,
            Tokens tokens,
            SecurityIdentity identity,
            Call call) {
        this.handler = handler;
        this.tokens = tokens;
        this.identity = identity;
        this.call = call;
    }

    /**
     * A token for a calendar program.
     *
     * @param label to know it by
     * @param scope CALENDAR, which is the only one
     * @param team whose windows it shows; those of all teams when absent
     * @param validFor PT1H to P731D; P365D when absent
     */
    record TokenRequest(
            @NotNull @Size(max = 100) @Pattern(regexp = Requests.LINE) String label,
            TokenView.@Nullable Scope scope,
            @Nullable @Pattern(regexp = Requests.SLUG) String team,
            @Nullable Duration validFor) {}

    /** The newest first. */
    record TokenList(List<TokenView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "issueToken",
            summary =
                    "A token of the caller's for the calendar; the members token and calendar are"
                            + " shown this once")
    @APIResponseSchema(value = TokenView.class, responseCode = "201")
    public Uni<Response> issue(@NotNull @Valid TokenRequest body) {
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
    public Uni<Response> list(@QueryParam("everyone") @Nullable String everyone) {
        boolean all = "true".equals(everyone);
        if (all && !identity.hasRole("admin") && !identity.hasRole("auditor")) {
            throw Problem.of(403, "role-missing", "this needs the role admin or auditor");
        }
        return tokens.of(all ? null : call.actor().id())
                .map(found ->
                        Response.ok(new TokenList(found))
                                .header("Cache-Control", "no-store")
                                .build());
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(operationId = "getToken", summary = "One of the caller's tokens; for admins any")
    @APIResponseSchema(value = TokenView.class, responseCode = "200")
    public Uni<Response> get(@PathParam("id") String id) {
        String caller = call.actor().id();
        boolean any = identity.hasRole("admin") || identity.hasRole("auditor");
        return handler.fold(known(id))
                .map(folded -> {
                    Issued token = issued(folded.state());
                    if (!any && !token.person().equals(caller)) {
                        throw noSuchToken();
                    }
                    return Answers.view(TokenView.of(token), folded.version());
                });
    }

    @DELETE
    @Path("{id}")
    @Authenticated
    @Operation(
            operationId = "revokeToken",
            summary = "The token opens nothing any more, from now on and everywhere")
    @APIResponseSchema(value = TokenView.class, responseCode = "200")
    public Uni<Response> revoke(@PathParam("id") String id) {
        boolean admin = identity.hasRole("admin");
        var how = call.on(PlannerLog.TOKEN.stream(known(id)), "RevokeToken", null);
        return handler.handle(how, act -> new RevokeToken(act, admin)).map(TokensResource::answer);
    }

    private static Response answer(Handled<TokenEvent, CalendarToken> handled) {
        Issued token = issued(handled.state());
        return Answers.command(
                handled,
                PlannerEvents.TOKEN,
                TokenView.of(token),
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

    private static Problem noSuchToken() {
        return Problem.notFound("there is no such token");
    }
}
