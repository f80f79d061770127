package dev.interlude.checklist;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Answers a page of a list, with a link to the one that follows (RFC 8288). */
public final class Pages {

    private Pages() {}

    /**
     * Where the next page begins stands in the page and in {@code Link}.
     *
     * @param next cursor of the page that follows; null on the last
     */
    public static Response answer(Object page, @Nullable String next, UriInfo uri) {
        var response = Response.ok(page).header("Cache-Control", "no-store");
        return next == null
                ? response.build()
                : response.link(
                                uri.getRequestUriBuilder()
                                        .replaceQueryParam("cursor", next)
                                        .build(),
                                "next")
                        .build();
    }
}
