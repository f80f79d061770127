package dev.interlude.checklist.view;

import dev.interlude.checklist.Uuids;
import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.http.Numbers;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A stream of server-sent events is 200 as soon as it is opened. What is asked for is looked up
 * before that.
 */
@ApplicationScoped
class OfChecklistFilter {

    private final CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists;
    private final Numbers numbers;

    OfChecklistFilter(
            CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> checklists,
            Numbers numbers) {
        this.checklists = checklists;
        this.numbers = numbers;
    }

    @OfChecklist
    @ServerRequestFilter
    Uni<Void> refuseUnknown(ContainerRequestContext request) {
        String windowId = request.getUriInfo().getPathParameters().getFirst("windowId");
        return numbers.id("window", windowId == null ? "" : windowId, "M")
                .chain(id -> Uuids.isOne(id) ? drafted(id) : Uni.createFrom().item(false))
                .invoke(drafted -> {
                    if (!drafted) {
                        throw Problem.notFound("the window has no checklist");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> drafted(String id) {
        return checklists.fold(id).map(folded -> folded.state().drafted());
    }
}
