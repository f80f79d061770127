package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.command.Requests.CorrectionRequest;
import dev.interlude.planner.command.Requests.ImpactsRequest;
import dev.interlude.planner.command.Requests.UpdateRequest;
import dev.interlude.planner.command.Windows.Made;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.Course.ImpactUpdate;
import dev.interlude.planner.window.Course.Update;
import dev.interlude.planner.window.WindowCommand.ChangeImpact;
import dev.interlude.planner.window.WindowCommand.CorrectText;
import dev.interlude.planner.window.WindowCommand.PostProgress;
import dev.interlude.planner.window.WindowEvent.ImpactChanged;
import dev.interlude.planner.window.WindowEvent.ProgressPosted;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What is told while it goes on: progress, and what customers notice now. */
@Path("/api/v1/windows/{id}")
@Produces(MediaType.APPLICATION_JSON)
class TellingResource {

    private static final Made<ProgressPosted> UPDATE =
            new Made<>("updates", ProgressPosted.class, ProgressPosted::ordinal);
    private static final Made<ImpactChanged> IMPACT =
            new Made<>("impacts", ImpactChanged.class, ImpactChanged::ordinal);

    private final Windows windows;
    private final WindowParts parts;
    private final Catalogue catalogue;
    private final Call call;

    TellingResource(Windows windows, WindowParts parts, Catalogue catalogue, Call call) {
        this.windows = windows;
        this.parts = parts;
        this.catalogue = catalogue;
        this.call = call;
    }

    @POST
    @Path("updates")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "postProgress",
            summary = "Posts a progress update, public, internal or both")
    @APIResponseSchema(value = WindowView.class, responseCode = "201")
    public Uni<Response> update(@PathParam("id") String id, @NotNull @Valid UpdateRequest body) {
        return windows.making(
                id,
                call.creating(Windows.stream(id), "PostProgress", body),
                UPDATE,
                (act, _) ->
                        Uni.createFrom()
                                .item(
                                        new PostProgress(
                                                act,
                                                Texts.orNull(body.publicText()),
                                                Texts.orNull(body.internalText()),
                                                body.nextUpdateBy(),
                                                body.occurredAt())));
    }

    @GET
    @Path("updates/{n}")
    @Authenticated
    @Operation(operationId = "getUpdate", summary = "One progress update")
    @APIResponseSchema(value = Update.class, responseCode = "200")
    public Uni<Response> update(@PathParam("id") String id, @PathParam("n") String n) {
        return parts.one(id, n, "update", w -> w.course().updates(), Update::ordinal);
    }

    @POST
    @Path("impacts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "changeImpact",
            summary = "Says what customers notice of components now")
    @APIResponseSchema(value = WindowView.class, responseCode = "201")
    public Uni<Response> impact(@PathParam("id") String id, @NotNull @Valid ImpactsRequest body) {
        return windows.making(
                id,
                call.creating(Windows.stream(id), "ChangeImpact", body),
                IMPACT,
                (act, _) ->
                        catalogue
                                .named(body.components())
                                .map(named ->
                                        named.in(
                                                new ChangeImpact(
                                                        act,
                                                        named.components(),
                                                        Texts.orNull(body.publicText()),
                                                        body.occurredAt()))));
    }

    @POST
    @Path("corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            operationId = "correctText",
            summary = "Replaces a public text that is wrong or slipped; those told are told of it")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> correct(
            @PathParam("id") String id, @NotNull @Valid CorrectionRequest body) {
        UUID of = body.of() == null ? null : UUID.fromString(body.of());
        return windows.command(
                id,
                call.on(Windows.stream(id), "CorrectText", body),
                act -> new CorrectText(act, of, body.publicText().byLanguage(), body.reason()));
    }

    @GET
    @Path("impacts/{n}")
    @Authenticated
    @Operation(operationId = "getImpact", summary = "One change of what customers notice")
    @APIResponseSchema(value = ImpactUpdate.class, responseCode = "200")
    public Uni<Response> impact(@PathParam("id") String id, @PathParam("n") String n) {
        return parts.one(id, n, "change", w -> w.course().impacts(), ImpactUpdate::ordinal);
    }
}
