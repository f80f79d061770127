package dev.interlude.planner.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Folded;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Numbers;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.PlannerEvents;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.view.window.Around;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.NoticePolicy;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.Window.NotPlanned;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowEvent;
import dev.interlude.planner.window.WindowEvent.CrewAssigned;
import dev.interlude.planner.window.WindowEvent.WindowAnnounced;
import dev.interlude.planner.window.WindowEvent.WindowExtended;
import dev.interlude.planner.window.WindowEvent.WindowMoved;
import dev.interlude.planner.window.WindowEvent.WindowPlanned;
import dev.interlude.planner.window.WindowEvent.WindowRevised;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Windows as the edge sees them: by id or number, answered as GET shows them. */
@ApplicationScoped
class Windows {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CommandHandler<WindowCommand, WindowEvent, Window> handler;
    private final Numbers numbers;
    private final Policies policies;
    private final Frozen frozen;
    private final Bookings bookings;

    Windows(
            CommandHandler<WindowCommand, WindowEvent, Window> handler,
            Numbers numbers,
            Policies policies,
            Frozen frozen,
            Bookings bookings) {
        this.handler = handler;
        this.numbers = numbers;
        this.policies = policies;
        this.frozen = frozen;
        this.bookings = bookings;
    }

    /** A stream's name before the id behind a number is known; replaced when it is. */
    static String stream(String idOrNumber) {
        return PlannerLog.WINDOW.stream(idOrNumber);
    }

    /** A command that is answered with the window. */
    Uni<Response> command(String idOrNumber, Invocation how, Function<Act, WindowCommand> command) {
        return prepared(
                idOrNumber, how, (act, _) -> Uni.createFrom().item(() -> command.apply(act)));
    }

    /** The same for a command that needs more than the request. */
    Uni<Response> prepared(
            String idOrNumber,
            Invocation how,
            BiFunction<Act, Window, Uni<WindowCommand>> command) {
        return id(idOrNumber)
                .chain(id -> handler.handlePrepared(about(id, how), command))
                .onFailure()
                .transform(NotThere::instead)
                .chain(handled -> answer(handled, null));
    }

    /** A command that makes the n-th something of the window, which has a place of its own. */
    <T extends WindowEvent> Uni<Response> making(
            String idOrNumber,
            Invocation how,
            Made<T> made,
            BiFunction<Act, Window, Uni<WindowCommand>> command) {
        return id(idOrNumber)
                .chain(id -> handler.handlePrepared(about(id, how), command))
                .onFailure()
                .transform(NotThere::instead)
                .chain(handled -> answered(handled, place(handled, made)));
    }

    /** What a command makes, and where it can be found afterwards. */
    record Made<T extends WindowEvent>(String noun, Class<T> type, ToIntFunction<T> ordinal) {}

    /** A command that makes the window itself. */
    Uni<Response> planning(Invocation how, BiFunction<Act, Window, Uni<WindowCommand>> command) {
        return handler.handlePrepared(how, command)
                .chain(handled -> answer(handled, URI.create(path(handled.state()))));
    }

    /** The window as staff see it, with the notice that its team's policy asks for. */
    Uni<Response> show(String idOrNumber, @Nullable Instant asOf) {
        return find(idOrNumber, asOf)
                .chain(folded -> {
                    Known window = known(folded.state());
                    return around(window, asOf)
                            .map(around ->
                                    Answers.view(WindowView.of(window, around), folded.version()));
                });
    }

    /** The window, as it is or as it was known at an instant; 404 when there is none. */
    Uni<Folded<Window>> find(String idOrNumber, @Nullable Instant asOf) {
        return id(idOrNumber)
                .chain(id -> asOf == null ? handler.fold(id) : handler.foldAsOf(id, asOf))
                .invoke(folded -> known(folded.state()));
    }

    static Known known(Window window) {
        return switch (window) {
            case Known known -> known;
            case NotPlanned _ -> throw Problem.notFound("there is no such window");
        };
    }

    private Uni<String> id(String idOrNumber) {
        return numbers.id(PlannerLog.WINDOW.name(), idOrNumber, "M")
                .invoke(id -> {
                    if (!ID.matcher(id).matches()) {
                        throw Problem.notFound("there is no such window");
                    }
                });
    }

    /** What can't be shown has been done nevertheless, and is not said to have come to nothing. */
    private Uni<Response> answer(Handled<WindowEvent, Window> handled, @Nullable URI location) {
        return Answers.afterwards(handled, made(handled, location));
    }

    private Uni<Response> made(Handled<WindowEvent, Window> handled, @Nullable URI location) {
        Uni<Response> answer =
                view(known(handled.state()))
                        .map(view ->
                                Answers.command(handled, PlannerEvents.WINDOW, view, location));
        return handled.events().stream().map(Recorded::event).anyMatch(Windows::takesUp)
                ? answer.chain(response -> warned(handled, response))
                : answer;
    }

    /** Somebody or something is taken up by it at a time, where others may be as well. */
    private static boolean takesUp(WindowEvent event) {
        return event instanceof WindowPlanned
                || event instanceof WindowAnnounced
                || event instanceof WindowMoved
                || event instanceof WindowExtended
                || event instanceof CrewAssigned
                || (event instanceof WindowRevised revised && revised.components() != null);
    }

    /** With the member {@code warnings}: what else takes place then. */
    private Uni<Response> warned(Handled<WindowEvent, Window> handled, Response response) {
        return bookings.warnings(known(handled.state()))
                .map(warnings -> {
                    if (response.getEntity() instanceof ObjectNode body) {
                        body.set("warnings", LogJson.mapper().valueToTree(warnings));
                    }
                    return response;
                });
    }

    /** As GET shows it. */
    Uni<WindowView> view(Known window) {
        return around(window).map(around -> WindowView.of(window, around));
    }

    /** What a window is judged by besides itself. */
    Uni<Around> around(Known window) {
        return around(window, null);
    }

    /** The policy as it was known at an instant; of freezes only the present ones are known. */
    private Uni<Around> around(Known window, @Nullable Instant asOf) {
        Uni<NoticePolicy> policy =
                asOf == null ? policies.of(window) : policies.of(window.plan().team(), asOf);
        return policy.chain(by -> frozen.by(window).map(frozen -> new Around(by, frozen)));
    }

    /** A command that made nothing, for all was so already, is answered without a place and 200. */
    private Uni<Response> answered(Handled<WindowEvent, Window> handled, @Nullable URI location) {
        return answer(location == null ? ok(handled) : handled, location);
    }

    /** The same, answered with 200: nothing was made. */
    static <E, S> Handled<E, S> ok(Handled<E, S> handled) {
        return new Handled<>(
                handled.state(),
                handled.events(),
                handled.version(),
                handled.sequence(),
                200,
                handled.dryRun());
    }

    private static <T extends WindowEvent> @Nullable URI place(
            Handled<WindowEvent, Window> handled, Made<T> made) {
        return handled.events().stream()
                .map(Recorded::event)
                .filter(made.type()::isInstance)
                .map(made.type()::cast)
                .findFirst()
                .map(event ->
                        URI.create(
                                path(handled.state())
                                        + "/"
                                        + made.noun()
                                        + "/"
                                        + made.ordinal().applyAsInt(event)))
                .orElse(null);
    }

    private static String path(Window window) {
        return "/api/v1/windows/" + known(window).plan().windowId();
    }

    /** The same, answered with 201 when something is made. */
    static Invocation making(Invocation how) {
        return with(how.stream(), 201, how);
    }

    private static Invocation about(String id, Invocation how) {
        return with(stream(id), how.status(), how);
    }

    private static Invocation with(String stream, int status, Invocation how) {
        return new Invocation(
                stream,
                how.command(),
                how.actor(),
                how.authority(),
                how.correlationId(),
                how.causationId(),
                how.traceparent(),
                how.idempotencyKey(),
                how.requestSha256(),
                status,
                how.ifMatch(),
                how.dryRun());
    }
}
