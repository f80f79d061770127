package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.policy.Policy;
import dev.interlude.planner.policy.PolicyCommand;
import dev.interlude.planner.policy.PolicyCommand.ChangePolicy;
import dev.interlude.planner.policy.PolicyCommand.ConfirmLoosening;
import dev.interlude.planner.policy.PolicyCommand.RejectLoosening;
import dev.interlude.planner.policy.PolicyEvent;
import dev.interlude.planner.policy.PolicyEvent.PolicyChanged;
import dev.interlude.planner.policy.PolicyEvent.PolicyLooseningProposed;
import dev.interlude.planner.policy.PolicyEvent.PolicyLooseningRejected;
import dev.interlude.planner.policy.Terms;
import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.Impact;
import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.NoticePolicy.Mode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** How much notice is asked for, and by whom that can be changed. */
@Path("/api/v1/policies/notice")
@Produces(MediaType.APPLICATION_JSON)
class PoliciesResource {

    private final CommandHandler<PolicyCommand, PolicyEvent, Policy> handler;
    private final Policies policies;
    private final Call call;

    PoliciesResource(
            CommandHandler<PolicyCommand, PolicyEvent, Policy> handler,
            Policies policies,
            Call call) {
        this.handler = handler;
        this.policies = policies;
        this.call = call;
    }

    /**
     * The terms that shall hold.
     *
     * @param scope a team, or {@code default}, which is also what an absent one means
     * @param delayTolerance an hour when absent
     * @param approvalFrom never when absent
     * @param holidays no working days, besides Saturdays and Sundays; none when absent
     */
    record PolicyRequest(
            @Nullable @Pattern(regexp = Requests.SLUG) String scope,
            @NotNull Map<Audience, @NotNull Map<Impact, @NotNull Duration>> minimum,
            @NotNull Mode mode,
            @Nullable Duration delayTolerance,
            @Nullable Impact approvalFrom,
            @Nullable @Size(max = 200) List<@NotNull LocalDate> holidays,
            @NotBlank @Size(max = 2_000) String reason) {

        Terms terms() {
            return new Terms(
                    minimum,
                    mode,
                    Objects.requireNonNullElse(
                            delayTolerance, NoticePolicy.DEFAULT.delayTolerance()),
                    approvalFrom,
                    holidays);
        }
    }

    record RejectionRequest(@Nullable @Size(max = 2_000) String reason) {}

    /**
     * The policy of a scope.
     *
     * @param present what holds now; {@code scope} names where it comes from
     * @param inherited true when the scope has none of its own
     * @param versions those of its own, oldest first
     * @param proposals loosenings that were asked for
     */
    record PolicyView(
            String scope,
            NoticePolicy present,
            boolean inherited,
            List<Policy.Version> versions,
            List<Policy.Proposal> proposals) {}

    /** A page; {@code next} is the cursor of the one that follows, absent on the last. */
    record PolicyList(List<PolicyView> items, @Nullable String next) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "listNoticePolicies",
            summary = "The notice policies: the default, and those of teams that have their own")
    @APIResponseSchema(value = PolicyList.class, responseCode = "200")
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        String after = Pages.after(cursor);
        int most = Queries.limit(limit);
        return policies.scopes()
                .map(all -> Pages.of(all, PoliciesResource::key, after, most))
                .chain(page ->
                        views(page.items())
                                .map(items ->
                                        Pages.answer(
                                                new PolicyList(items, page.next()),
                                                page.next(),
                                                uri)));
    }

    /** The default one stands before all others. */
    private static String key(String scope) {
        return scope.equals(NoticePolicy.DEFAULT.scope()) ? "" : scope;
    }

    private Uni<List<PolicyView>> views(List<String> scopes) {
        Uni<List<PolicyView>> all = Uni.createFrom().item(List.of());
        for (String scope : scopes) {
            all =
                    all.chain(some ->
                            handler.fold(scope)
                                    .chain(folded -> view(scope, folded.state()))
                                    .map(one -> Lists.plus(some, one)));
        }
        return all;
    }

    private Uni<PolicyView> view(String scope, Policy policy) {
        return policies.of(scope)
                .map(present ->
                        new PolicyView(
                                scope,
                                policy.present() == null ? present : policy.present(),
                                policy.present() == null
                                        && !scope.equals(NoticePolicy.DEFAULT.scope()),
                                policy.versions(),
                                policy.proposals()));
    }

    @GET
    @Path("{scope}")
    @Authenticated
    @Operation(
            operationId = "getNoticePolicy",
            summary = "What applies to a team (or to default), its versions and proposals")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200")
    public Uni<Response> get(@PathParam("scope") String scope) {
        return handler.fold(slug(scope))
                .chain(folded ->
                        view(scope, folded.state())
                                .map(view -> Answers.view(view, folded.version())));
    }

    @GET
    @Path("{scope}/versions/{n}")
    @Authenticated
    @Operation(operationId = "getNoticePolicyVersion", summary = "What a version asked for")
    @APIResponseSchema(value = Policy.Version.class, responseCode = "200")
    public Uni<Response> version(@PathParam("scope") String scope, @PathParam("n") String n) {
        int number = Queries.ordinal(n);
        return handler.fold(slug(scope))
                .map(folded ->
                        folded.state().versions().stream()
                                .filter(version -> version.policy().version() == number)
                                .findFirst()
                                .map(version -> Answers.view(version, folded.version()))
                                .orElseThrow(() -> Problem.notFound("there is no such version")));
    }

    @GET
    @Path("{scope}/proposals/{n}")
    @Authenticated
    @Operation(operationId = "getNoticePolicyProposal", summary = "A loosening that was asked for")
    @APIResponseSchema(value = Policy.Proposal.class, responseCode = "200")
    public Uni<Response> proposal(@PathParam("scope") String scope, @PathParam("n") String n) {
        int number = Queries.ordinal(n);
        return handler.fold(slug(scope))
                .map(folded ->
                        folded.state()
                                .proposal(number)
                                .map(proposal -> Answers.view(proposal, folded.version()))
                                .orElseThrow(() -> Problem.notFound("there is no such proposal")));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            operationId = "changeNoticePolicy",
            summary = "Asks for more notice at once, for less when a second admin confirms it")
    @APIResponseSchema(value = PolicyView.class, responseCode = "201")
    public Uni<Response> change(@NotNull @Valid PolicyRequest body) {
        String scope = Objects.requireNonNullElse(body.scope(), NoticePolicy.DEFAULT.scope());
        var how = call.creating(PlannerLog.POLICY.stream(scope), "ChangePolicy", body);
        return handler.handlePrepared(
                        how,
                        (act, _) ->
                                policies.inherited()
                                        .map(inherited ->
                                                new ChangePolicy(
                                                        act,
                                                        scope,
                                                        body.terms(),
                                                        body.reason(),
                                                        inherited)))
                .chain(handled -> answer(scope, handled));
    }

    @POST
    @Path("{scope}/proposals/{n}/confirmation")
    @RolesAllowed("admin")
    @Operation(
            operationId = "confirmNoticePolicyProposal",
            summary = "Lets a loosening hold; 409 same-person for who proposed it")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200")
    public Uni<Response> confirm(@PathParam("scope") String scope, @PathParam("n") String n) {
        int number = Queries.ordinal(n);
        var how = call.on(PlannerLog.POLICY.stream(slug(scope)), "ConfirmLoosening", null);
        return handler.handle(how, act -> new ConfirmLoosening(act, scope, number))
                .chain(handled -> answer(scope, handled));
    }

    @POST
    @Path("{scope}/proposals/{n}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(operationId = "rejectNoticePolicyProposal", summary = "Decides against a loosening")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200")
    public Uni<Response> reject(
            @PathParam("scope") String scope,
            @PathParam("n") String n,
            @Valid @Nullable RejectionRequest body) {
        int number = Queries.ordinal(n);
        var how = call.on(PlannerLog.POLICY.stream(slug(scope)), "RejectLoosening", body);
        String reason = body == null ? null : body.reason();
        return handler.handle(how, act -> new RejectLoosening(act, scope, number, reason))
                .chain(handled -> answer(scope, handled));
    }

    private Uni<Response> answer(String scope, Handled<PolicyEvent, Policy> handled) {
        return Answers.afterwards(
                handled,
                view(scope, handled.state())
                        .map(view ->
                                Answers.command(
                                        handled.events().isEmpty() ? Windows.ok(handled) : handled,
                                        PlannerEvents.POLICY,
                                        view,
                                        place(scope, handled))));
    }

    private static URI place(String scope, Handled<PolicyEvent, Policy> handled) {
        String base = "/api/v1/policies/notice/" + scope;
        return URI.create(
                handled.events().stream()
                        .map(Recorded::event)
                        .map(event ->
                                switch (event) {
                                    case PolicyChanged e -> base + "/versions/" + e.version();
                                    case PolicyLooseningProposed e ->
                                            base + "/proposals/" + e.ordinal();
                                    case PolicyLooseningRejected e ->
                                            base + "/proposals/" + e.ordinal();
                                })
                        .findFirst()
                        .orElse(base));
    }

    private static String slug(String scope) {
        if (!scope.matches(Requests.SLUG)) {
            throw Problem.notFound("there is no such scope");
        }
        return scope;
    }
}
