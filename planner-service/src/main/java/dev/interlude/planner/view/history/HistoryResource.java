package dev.interlude.planner.view.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.http.Numbers;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.command.Pages;
import dev.interlude.planner.command.Queries;
import dev.interlude.planner.view.history.Changes.Change;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowDecider;
import dev.interlude.planner.window.WindowEvent;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The events of a window in their order: who, when, and what was otherwise afterwards. */
@Path("/api/v1/windows/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
class HistoryResource {

    private static final Decider<WindowCommand, WindowEvent, Window> DECIDER = new WindowDecider();

    private final CommandHandler<WindowCommand, WindowEvent, Window> handler;
    private final Numbers numbers;

    HistoryResource(CommandHandler<WindowCommand, WindowEvent, Window> handler, Numbers numbers) {
        this.handler = handler;
        this.numbers = numbers;
    }

    /**
     * An event.
     *
     * @param sequence stream version, from 1, gapless; what an ETag of that time said
     * @param actor {@code person:…}, {@code machine:…}, {@code reaction:…} or {@code timer:…}
     * @param causationId the event that a reaction answered to; absent for commands and timers
     * @param changes by member; empty where nothing planned or shown is otherwise
     * @param data of the event
     */
    record Entry(
            long sequence,
            UUID id,
            String type,
            String actor,
            Instant occurredAt,
            Instant recordedAt,
            UUID correlationId,
            @Nullable UUID causationId,
            List<Change> changes,
            JsonNode data) {}

    /** A page, the oldest first; {@code next} is the cursor of the one that follows. */
    record History(List<Entry> items, @Nullable String next) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "getWindowHistory",
            summary = "What happened to a window, in order; asOf: as it was known at an instant")
    @APIResponseSchema(value = History.class, responseCode = "200")
    public Uni<Response> history(
            @PathParam("id") String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Instant upTo = Queries.instant("asOf", asOf);
        int most = Queries.limit(limit);
        long after = after(cursor);
        return numbers.id(PlannerLog.WINDOW.name(), id, "M")
                .chain(handler::events)
                .map(events -> page(known(events, upTo), after, most))
                .map(page -> Pages.answer(page, page.next(), uri));
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,15}")) {
            throw Problem.invalid("cursor", "must be a cursor of this list");
        }
        return Long.parseLong(cursor);
    }

    private static List<Recorded<WindowEvent>> known(
            List<Recorded<WindowEvent>> events, @Nullable Instant upTo) {
        var known =
                events.stream()
                        .filter(event -> upTo == null || !event.recordedAt().isAfter(upTo))
                        .toList();
        if (known.isEmpty()) {
            throw Problem.notFound("there is no such window");
        }
        return known;
    }

    private static History page(List<Recorded<WindowEvent>> events, long after, int most) {
        var entries = new ArrayList<Entry>();
        Window window = DECIDER.initial();
        for (Recorded<WindowEvent> event : events) {
            Window next = DECIDER.evolve(window, event);
            if (event.sequence() > after) {
                if (entries.size() == most) {
                    return new History(entries, "" + entries.getLast().sequence());
                }
                entries.add(entry(event, Changes.between(window, next)));
            }
            window = next;
        }
        return new History(entries, null);
    }

    private static Entry entry(Recorded<WindowEvent> event, List<Change> changes) {
        return new Entry(
                event.sequence(),
                event.id(),
                PlannerEvents.WINDOW.typeOf(event.event()),
                event.actor().toString(),
                event.occurredAt(),
                event.recordedAt(),
                event.correlationId(),
                event.causationId(),
                changes,
                LogJson.mapper().valueToTree(event.event()));
    }
}
