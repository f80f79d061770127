package dev.interlude.checklist.view;

import dev.interlude.checklist.live.LiveForecasts;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.http.EventJson;
import dev.interlude.eventlog.http.LogStream;
import dev.interlude.eventlog.http.LogStreams;
import dev.interlude.eventlog.http.Numbers;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What happens to a checklist and its forecast, as it happens. */
@Path("/api/v1/checklists/{windowId}/stream")
@Singleton
class ChecklistStreamResource {

    private static final Set<String> TOLD = Set.of("checklist", "forecast");

    private final LogStream stream;
    private final Numbers numbers;
    private final LiveForecasts forecasts;

    ChecklistStreamResource(LogStreams streams, Numbers numbers, LiveForecasts forecasts) {
        this.stream =
                streams.define(
                        "checklist",
                        event -> event.own() && TOLD.contains(event.category()),
                        ChecklistStreamResource::render);
        this.numbers = numbers;
        this.forecasts = forecasts;
    }

    @GET
    @OfChecklist
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "followChecklist",
            summary = "Server-sent events: each event of the checklist and its forecast",
            description =
                    "The event's name is that of the domain event, its data the event as commands"
                            + " answer it. Resumes behind Last-Event-ID. While the window is under"
                            + " way there is a `forecast` without an id every 10 s: what GET"
                            + " /forecast answers then.")
    public Multi<OutboundSseEvent> follow(
            @PathParam("windowId") String windowId,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse) {
        return numbers.id("window", windowId, "M")
                .onItem()
                .transformToMulti(id ->
                        Multi.createBy()
                                .merging()
                                .streams(
                                        stream.open(
                                                lastEventId, sse, event -> event.key().equals(id)),
                                        forecasts.of(id, sse)));
    }

    private static LogStream.Rendered render(LogEvent event) {
        return new LogStream.Rendered(
                event.name(),
                new String(LogJson.write(EventJson.of(event)), StandardCharsets.UTF_8));
    }
}
