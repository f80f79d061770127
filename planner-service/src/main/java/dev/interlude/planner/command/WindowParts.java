package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Answers;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.window.Window.Known;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The n-th something of a window, where it is found after it was made. */
@ApplicationScoped
class WindowParts {

    private final Windows windows;

    WindowParts(Windows windows) {
        this.windows = windows;
    }

    /**
     * Answers with that of the number; 404 when there is none, or no number.
     *
     * @param noun what it is called
     */
    <T> Uni<Response> one(
            String idOrNumber,
            String n,
            String noun,
            Function<Known, List<T>> all,
            ToIntFunction<T> ordinal) {
        return windows.find(idOrNumber, null)
                .map(folded ->
                        all.apply(Windows.known(folded.state())).stream()
                                .filter(part -> n.equals("" + ordinal.applyAsInt(part)))
                                .findFirst()
                                .map(part -> Answers.view(part, folded.version()))
                                .orElseThrow(() -> Problem.notFound("there is no such " + noun)));
    }
}
