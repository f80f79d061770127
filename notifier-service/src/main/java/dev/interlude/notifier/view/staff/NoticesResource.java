package dev.interlude.notifier.view.staff;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.http.Numbers;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.notifier.notice.NoticeCommand;
import dev.interlude.notifier.notice.NoticeEvent;
import dev.interlude.notifier.notice.Notices;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** What staff see of the notices. */
@Path("/api/v1/notices")
@Tag(name = "notices")
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {

    private final CommandHandler<NoticeCommand, NoticeEvent, Notices> notices;
    private final Numbers numbers;

    NoticesResource(CommandHandler<NoticeCommand, NoticeEvent, Notices> notices, Numbers numbers) {
        this.notices = notices;
        this.numbers = numbers;
    }

    /** The notices of a window by its id or number; none for a window that was never told of. */
    @GET
    @RolesAllowed({"planner", "operator", "liaison", "auditor", "admin"})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(operationId = "listNotices", summary = "The exact texts, placeholders unrendered")
    public Uni<NoticesView> ofWindow(@QueryParam("windowId") @Nullable String windowId) {
        if (windowId == null || windowId.isBlank()) {
            throw Problem.invalid("windowId", "the id or number of a window");
        }
        return numbers.id("window", windowId, "M").chain(notices::events).map(NoticesView::of);
    }
}
