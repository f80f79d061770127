package dev.interlude.checklist.command;

import dev.interlude.checklist.ChecklistEvents;
import dev.interlude.checklist.ChecklistLog;
import dev.interlude.checklist.Uuids;
import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand;
import dev.interlude.checklist.checklist.ChecklistCommand.DraftChecklist;
import dev.interlude.checklist.checklist.ChecklistEvent;
import dev.interlude.checklist.command.Copies.Made;
import dev.interlude.checklist.markdown.MarkdownPlan;
import dev.interlude.checklist.view.ChecklistView;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Folded;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Numbers;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checklists as the edge sees them: by their window's id or number, answered as GET shows them. */
@ApplicationScoped
class Checklists {

    private final CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> handler;
    private final Numbers numbers;

    Checklists(
            CommandHandler<ChecklistCommand, ChecklistEvent, Checklist> handler, Numbers numbers) {
        this.handler = handler;
        this.numbers = numbers;
    }

    /** A stream's name before the id behind a number is known; replaced when it is. */
    static String stream(String idOrNumber) {
        return ChecklistLog.CHECKLIST.stream(idOrNumber);
    }

    /** Drafts a checklist; the window need not be known here. */
    Uni<Response> draft(String idOrNumber, Invocation how, MarkdownPlan plan) {
        return named(idOrNumber, "/windowId")
                .chain(id ->
                        handler.handle(
                                about(id, how),
                                act -> new DraftChecklist(act, id, plan.title(), plan.steps())))
                .map(handled -> drafted(handled, plan.warnings()));
    }

    /** Drafts a checklist of a template, or of another one. */
    Uni<Response> draft(String idOrNumber, Invocation how, @Nullable String title, Uni<Made> of) {
        return named(idOrNumber, "/windowId")
                .chain(id ->
                        of.chain(made ->
                                handler.handle(
                                        about(id, how),
                                        act ->
                                                new DraftChecklist(
                                                        act,
                                                        id,
                                                        title == null ? made.title() : title,
                                                        made.steps(),
                                                        made.origin(),
                                                        made.earlier()))))
                .map(handled -> drafted(handled, List.of()));
    }

    /** A command that is answered with the checklist. */
    Uni<Response> command(
            String idOrNumber, Invocation how, Function<Act, ChecklistCommand> command) {
        return id(idOrNumber)
                .chain(id -> handler.handle(about(id, how), command))
                .map(handled ->
                        Answers.command(
                                handled, ChecklistEvents.CHECKLIST, view(handled, List.of())));
    }

    /** Decides a command and stores nothing: fails as the command itself would. */
    Uni<Void> permitted(
            String idOrNumber, Invocation how, Function<Act, ChecklistCommand> command) {
        return id(idOrNumber)
                .chain(id -> handler.handle(tried(about(id, how)), command))
                .replaceWithVoid();
    }

    private static Invocation tried(Invocation how) {
        return new Invocation(
                how.stream(),
                how.command(),
                how.actor(),
                how.authority(),
                how.correlationId(),
                how.causationId(),
                how.traceparent(),
                null,
                how.requestSha256(),
                how.status(),
                null,
                true);
    }

    /** The checklist as it is; 404 when nobody has drafted one. */
    Uni<Folded<Checklist>> find(String idOrNumber) {
        return id(idOrNumber).chain(handler::fold).invoke(Checklists::requireDrafted);
    }

    /** The checklist as it was known then, and looked at then; null for now. */
    Uni<Folded<Checklist>> find(String idOrNumber, @Nullable Instant asOf) {
        Uni<Folded<Checklist>> now = find(idOrNumber);
        return asOf == null
                ? now
                : now.chain(present ->
                        asOf.isBefore(present.now())
                                ? id(idOrNumber).chain(id -> knownThen(id, asOf))
                                : Uni.createFrom().item(present));
    }

    private Uni<Folded<Checklist>> knownThen(String id, Instant asOf) {
        return handler.foldAsOf(id, asOf)
                .invoke(Checklists::requireDrafted)
                .map(then -> new Folded<>(then.state(), then.version(), then.sequence(), asOf));
    }

    private static void requireDrafted(Folded<Checklist> folded) {
        if (!folded.state().drafted()) {
            throw Problem.notFound("the window has no checklist");
        }
    }

    /** The checklist of a window that a body names; 422 when there is none. */
    Uni<Checklist> ofBody(String idOrNumber, String pointer) {
        return named(idOrNumber, pointer)
                .chain(handler::fold)
                .map(Folded::state)
                .invoke(state -> {
                    if (!state.drafted()) {
                        throw Problem.invalid(pointer, "that window has no checklist");
                    }
                });
    }

    /** The id of a window that a body names, which need not be known here. */
    private Uni<String> named(String idOrNumber, String pointer) {
        return numbers.id("window", idOrNumber, "M")
                .invoke(id -> {
                    if (!Uuids.isOne(id)) {
                        throw Problem.invalid(pointer, "the id (a UUID) or number of a window");
                    }
                });
    }

    /** The id of a window. */
    Uni<String> id(String idOrNumber) {
        return numbers.id("window", idOrNumber, "M")
                .invoke(id -> {
                    if (!Uuids.isOne(id)) {
                        throw Problem.notFound("there is no such window");
                    }
                });
    }

    private static Response drafted(
            Handled<ChecklistEvent, Checklist> handled, List<String> warnings) {
        ChecklistView view = view(handled, warnings);
        return Answers.command(
                handled,
                ChecklistEvents.CHECKLIST,
                view,
                URI.create("/api/v1/checklists/" + view.windowId()));
    }

    /** As of the last event, so that a repeated answer is the first one. */
    private static ChecklistView view(
            Handled<ChecklistEvent, Checklist> handled, List<String> warnings) {
        return ChecklistView.of(handled.state(), handled.state().at(), warnings);
    }

    private static Invocation about(String id, Invocation how) {
        return new Invocation(
                stream(id),
                how.command(),
                how.actor(),
                how.authority(),
                how.correlationId(),
                how.causationId(),
                how.traceparent(),
                how.idempotencyKey(),
                how.requestSha256(),
                how.status(),
                how.ifMatch(),
                how.dryRun());
    }
}
