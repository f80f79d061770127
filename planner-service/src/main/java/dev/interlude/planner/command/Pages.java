package dev.interlude.planner.command;

import dev.interlude.eventlog.http.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists a page at a time: {@code limit}, an opaque {@code cursor}, {@code Link} (RFC 8288). */
public final class Pages {

    /** Begins what a cursor stands for, so that no other text is taken for one. */
    private static final String MARK = "\u0001";

    private Pages() {}

    /** A part of a list; {@code next} is the cursor of the page that follows, null on the last. */
    public record Page<T>(List<T> items, @Nullable String next) {

        public <R> Page<R> map(Function<T, R> change) {
            return new Page<>(items.stream().map(change).toList(), next);
        }
    }

    /**
     * Of a list in the order of its keys, those behind the cursor: also when what the last page
     * ended with is there no longer.
     *
     * @param key unlike that of any other
     * @param after what {@link #after} has read
     */
    public static <T> Page<T> of(
            List<T> all, Function<T, String> key, @Nullable String after, int most) {
        List<T> rest =
                all.stream()
                        .filter(one -> after == null || key.apply(one).compareTo(after) > 0)
                        .limit(most + 1L)
                        .toList();
        List<T> items = rest.subList(0, Math.min(most, rest.size()));
        return new Page<>(items, rest.size() > most ? cursor(key.apply(items.getLast())) : null);
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key that a cursor stands for; null without one. */
    public static @Nullable String after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var read = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (read.startsWith(MARK)) {
                return read.substring(MARK.length());
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Problem.invalid("cursor", "must be a cursor of this list");
    }

    /** Answers with a page, and where the next one is. */
    public static Response answer(Object page, @Nullable String next, UriInfo uri) {
        return linked(Response.ok(page).header("Cache-Control", "no-store"), next, uri).build();
    }

    static Response linked(Response answer, @Nullable String next, UriInfo uri) {
        return linked(Response.fromResponse(answer), next, uri).build();
    }

    private static Response.ResponseBuilder linked(
            Response.ResponseBuilder answer, @Nullable String next, UriInfo uri) {
        return next == null
                ? answer
                : answer.link(
                        uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build(),
                        "next");
    }
}
