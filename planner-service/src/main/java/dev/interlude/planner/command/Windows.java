package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Folded;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.Invocation;
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
import dev.interlude.planner.window.State;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import dev.interlude.planner.window.Window.NotPlanned;
import dev.interlude.planner.window.WindowCommand;
import dev.interlude.planner.window.WindowEvent;
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

    Windows(
            CommandHandler<WindowCommand, WindowEvent, Window> handler,
            Numbers numbers,
            Policies policies,
            Frozen frozen) {
        this.handler = handler;
        this.numbers = numbers;
        this.policies = policies;
        this.frozen = frozen;
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
                .chain(handled -> answer(handled, place(handled, made)));
    }

    /** What a command makes, and where it can be found afterwards. */
    record Made<T extends WindowEvent>(String noun, Class<T> type, ToIntFunction<T> ordinal) {}

    /** A command that makes the window itself. */
    Uni<Response> planning(Invocation how, BiFunction<Act, Window, Uni<WindowCommand>> command) {
        return handler.handlePrepared(how, command)
                .chain(handled -> answer(handled, URI.create(path(handled.state()))));
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

    private Uni<Response> answer(Handled<WindowEvent, Window> handled, @Nullable URI location) {
        return view(known(handled.state()))
                .map(view ->
                        location == null
                                ? Answers.command(handled, PlannerEvents.WINDOW, view)
                                : Answers.command(handled, PlannerEvents.WINDOW, view, location));
    }

    /** As GET shows it. */
    Uni<WindowView> view(Known window) {
        return around(window).map(around -> WindowView.of(window, around));
    }

    /** What a window is judged by besides itself. */
    Uni<Around> around(Known window) {
        Uni<NoticePolicy> policy =
                window.state() == State.PLANNED
                        ? policies.of(window)
                        : Uni.createFrom().item(NoticePolicy.DEFAULT);
        return policy.chain(by -> frozen.by(window).map(frozen -> new Around(by, frozen)));
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
