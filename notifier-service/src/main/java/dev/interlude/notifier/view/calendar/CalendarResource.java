package dev.interlude.notifier.view.calendar;

import dev.interlude.eventlog.http.Problem;
import dev.interlude.notifier.Site;
import dev.interlude.notifier.view.answer.PublicAnswers;
import dev.interlude.notifier.view.answer.Rendered;
import dev.interlude.notifier.view.board.Board;
import dev.interlude.notifier.view.board.Edition;
import dev.interlude.notifier.view.board.PublicBoard;
import dev.interlude.notifier.view.board.WindowHistory;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendar of all public windows, and of one. */
@Path("/")
@NonBlocking
@Tag(name = "public")
@Produces("text/calendar")
public class CalendarResource {

    private final PublicBoard board;
    private final Site site;

    CalendarResource(PublicBoard board, Site site) {
        this.board = board;
        this.site = site;
    }

    @GET
    @Path("calendar.ics")
    @PermitAll
    @Operation(operationId = "calendar", summary = "All windows, or those of one component")
    public Response calendar(
            @QueryParam("component") Optional<String> component, @Context HttpHeaders request) {
        Rendered calendar =
                board.edition().onceOf("/calendar.ics", component, b -> calendar(b, component));
        return PublicAnswers.of(calendar, request).build();
    }

    @GET
    @Path("maintenance/{id}.ics")
    @PermitAll
    @Operation(operationId = "maintenanceCalendar", summary = "One window")
    public Response maintenance(@PathParam("id") String id, @Context HttpHeaders request) {
        Edition edition = board.edition();
        var window =
                edition.board()
                        .window(id)
                        .orElseThrow(() -> Problem.notFound("no maintenance " + id + " is known"));
        Rendered calendar =
                edition.once(
                        "/maintenance/" + window.id() + ".ics",
                        _ -> PublicCalendar.of(List.of(window), site));
        return PublicAnswers.of(calendar, request).build();
    }

    private Rendered calendar(Board board, Optional<String> component) {
        var windows =
                Stream.of(board.running(), board.upcoming(), board.ended())
                        .flatMap(List::stream)
                        .filter(w -> component.isEmpty() || touches(w, component.get()))
                        .toList();
        return PublicCalendar.of(windows, site);
    }

    private static boolean touches(WindowHistory window, String component) {
        return window.window().components().stream().anyMatch(c -> c.id().equals(component));
    }
}
