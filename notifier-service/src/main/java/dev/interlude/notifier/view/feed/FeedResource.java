package dev.interlude.notifier.view.feed;

import dev.interlude.notifier.Site;
import dev.interlude.notifier.view.answer.PublicAnswers;
import dev.interlude.notifier.view.answer.Rendered;
import dev.interlude.notifier.view.board.Board;
import dev.interlude.notifier.view.board.PublicBoard;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feeds; {@code ?component=} leaves only the notices that mention it. */
@Path("/")
@NonBlocking
@Tag(name = "public")
public class FeedResource {

    private final PublicBoard board;
    private final Site site;
    private final EntryHtml html;

    FeedResource(PublicBoard board, Site site, EntryHtml html) {
        this.board = board;
        this.site = site;
        this.html = html;
    }

    @GET
    @Path("feed.atom")
    @PermitAll
    @Produces("application/atom+xml")
    @Operation(operationId = "atomFeed", summary = "An entry per notice, Atom 1.0")
    public Response atom(
            @QueryParam("component") Optional<String> component, @Context HttpHeaders request) {
        return answer("/feed.atom", component, f -> AtomFeed.of(f, site, html), request);
    }

    @GET
    @Path("feed.rss")
    @PermitAll
    @Produces("application/rss+xml")
    @Operation(operationId = "rssFeed", summary = "An entry per notice, RSS 2.0")
    public Response rss(
            @QueryParam("component") Optional<String> component, @Context HttpHeaders request) {
        return answer("/feed.rss", component, f -> RssFeed.of(f, html), request);
    }

    @GET
    @Path("feed.json")
    @PermitAll
    @Produces({JsonFeed.TYPE, "application/json"})
    @Operation(operationId = "jsonFeed", summary = "An entry per notice, JSON Feed 1.1")
    public Response json(
            @QueryParam("component") Optional<String> component, @Context HttpHeaders request) {
        return answer("/feed.json", component, f -> JsonFeed.of(f, site), request);
    }

    private Response answer(
            String path,
            Optional<String> component,
            Function<Feed, Rendered> format,
            HttpHeaders request) {
        var edition = board.edition();
        Function<Board, Rendered> render = b -> format.apply(Feed.of(b, component, site));
        return PublicAnswers.of(edition.onceOf(path, component, render), request).build();
    }
}
