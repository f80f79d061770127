package dev.interlude.planner.view.windowlist;

import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.command.Queries;
import dev.interlude.planner.window.Audience;
import dev.interlude.planner.window.Kind;
import dev.interlude.planner.window.Outcome;
import dev.interlude.planner.window.State;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may stand behind the question mark of the list of windows. */
class WindowQuery {

    private static final List<String> STATES =
            Arrays.stream(State.values()).map(State::written).toList();
    private static final List<String> FLAGS =
            Arrays.stream(Flag.values()).map(Flag::written).toList();
    private static final int LONGEST = 200;

    @QueryParam("state")
    @Nullable String state;

    @QueryParam("kind")
    @Nullable String kind;

    @QueryParam("outcome")
    @Nullable String outcome;

    @QueryParam("audience")
    @Nullable String audience;

    @QueryParam("component")
    @Nullable String component;

    @QueryParam("team")
    @Nullable String team;

    @QueryParam("series")
    @Nullable String series;

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    @QueryParam("text")
    @Nullable String text;

    @QueryParam("flag")
    @Nullable String flag;

    @QueryParam("order")
    @Nullable String order;

    @QueryParam("limit")
    @Nullable String limit;

    @QueryParam("cursor")
    @Nullable String cursor;

    WindowFilter filter() {
        Instant first = Queries.instant("from", from);
        Instant last = Queries.instant("to", to);
        if (first != null && last != null && !first.isBefore(last)) {
            throw Problem.invalid("to", "must be later than from");
        }
        return new WindowFilter(
                Queries.words("state", state, STATES),
                Queries.words("kind", kind, names(Kind.values())),
                Queries.words("outcome", outcome, names(Outcome.values())),
                Queries.word("audience", audience, names(Audience.values())),
                Queries.slug("component", component),
                Queries.slug("team", team),
                Queries.slug("series", series),
                first,
                last,
                text(),
                Queries.words("flag", flag, FLAGS).stream()
                        .map(written -> Flag.valueOf(written.toUpperCase(java.util.Locale.ROOT)))
                        .toList(),
                "-start".equals(Queries.word("order", order, List.of("start", "-start"))),
                Cursor.parse(cursor));
    }

    private @Nullable String text() {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw Problem.invalid("text", "must not be longer than " + LONGEST + " characters");
        }
        return text.strip();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
