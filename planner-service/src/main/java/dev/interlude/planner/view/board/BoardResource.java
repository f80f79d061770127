package dev.interlude.planner.view.board;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Log;
import dev.interlude.planner.command.Queries;
import dev.interlude.planner.view.schedule.Schedule;
import dev.interlude.planner.view.schedule.ScheduledWindow;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowEvent;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What is at work now, and what each needs first: found in rows, shown from its own stream. */
@Path("/api/v1/board")
@Produces(MediaType.APPLICATION_JSON)
class BoardResource {

    private static final int MOST = 200;

    private final CommandHandler<WindowCommand, WindowEvent, Window> windows;
    private final Schedule schedule;
    private final Log log;

    BoardResource(
            CommandHandler<WindowCommand, WindowEvent, Window> windows,
            Schedule schedule,
            Log log) {
        this.windows = windows;
        this.schedule = schedule;
        this.log = log;
    }

    /** The windows at work, the one with the least slack first. */
    record Board(Instant now, List<BoardWindow> items) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "getBoard",
            summary = "The windows at work: slack, holds, when the next update is due")
    @APIResponseSchema(value = Board.class, responseCode = "200")
    public Uni<Response> board(@QueryParam("team") @Nullable String team) {
        String of = Queries.slug("team", team);
        return log.now()
                .chain(now ->
                        schedule.running(of, MOST)
                                .chain(this::shown)
                                .map(all -> new Board(now, BoardWindow.byNeed(all))))
                .map(board -> Response.ok(board).header("Cache-Control", "no-store").build());
    }

    private Uni<List<BoardWindow>> shown(List<ScheduledWindow> running) {
        Uni<List<BoardWindow>> all = Uni.createFrom().item(new ArrayList<>());
        for (ScheduledWindow one : running) {
            all =
                    all.chain(some ->
                            windows.fold(one.booked().id())
                                    .map(folded -> {
                                        if (folded.state() instanceof Known w
                                                && w.state().running()) {
                                            some.add(BoardWindow.of(w, one.p50()));
                                        }
                                        return some;
                                    }));
        }
        return all;
    }
}
