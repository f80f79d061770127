package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Call;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.ProviderNotice;
import dev.interlude.planner.window.WindowCommand.TakeProviderNotice;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The work of a provider goes as the provider says. */
@Path("/api/v1/windows/{id}/maintnote")
@Produces(MediaType.APPLICATION_JSON)
class ProviderNoticesResource {

    private static final int MOST = 65_536;

    private final Windows windows;
    private final Policies policies;
    private final Call call;

    ProviderNoticesResource(Windows windows, Policies policies, Call call) {
        this.windows = windows;
        this.policies = policies;
        this.call = call;
    }

    @POST
    @Consumes("text/calendar")
    @Authenticated
    @Operation(
            operationId = "takeProviderNotice",
            summary =
                    "Follows a MAINTNOTE (iCalendar) of the provider: confirms, moves, starts,"
                            + " extends, completes or cancels; 409 notice-outdated for an older one")
    @APIResponseSchema(value = WindowView.class, responseCode = "200")
    public Uni<Response> take(@PathParam("id") String id, @NotBlank @Size(max = MOST) String body) {
        ProviderNotice notice = MaintNote.read(body);
        return windows.prepared(
                id,
                call.on(Windows.stream(id), "TakeProviderNotice", notice),
                (act, window) ->
                        policies.of(window)
                                .map(policy -> new TakeProviderNotice(act, notice, policy)));
    }
}
