package dev.interlude.eventlog.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlude.eventlog.EventTypes;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.LogJson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers of commands and of staff reads. */
public final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private Answers() {}

    /**
     * The answer of a command: the aggregate as GET shows it with the member {@code events}, its
     * version as ETag, the id of the last event as {@code Interlude-Event}. A dry run is answered
     * with 200 and the member {@code dryRun}.
     */
    public static <E, S> Response command(Handled<E, S> handled, EventTypes<E> types, Object view) {
        return command(handled, types, view, null);
    }

    /**
     * For an answer that is read for once the command is decided. When that fails, a stored command
     * must not seem to have come to nothing: 503 {@code outcome-unknown}, and with the same
     * Idempotency-Key the answer can be had later. Of a dry run nothing is stored.
     */
    public static Uni<Response> afterwards(Handled<?, ?> handled, Uni<Response> answer) {
        return handled.dryRun()
                ? answer
                : answer.onFailure()
                        .invoke(e -> LOG.warn("a stored command could not be answered", e))
                        .onFailure()
                        .transform(_ -> notShown());
    }

    private static Problem notShown() {
        return Problem.of(
                        503,
                        "outcome-unknown",
                        "the command was decided, but its outcome can't be shown now; ask again"
                                + " with the same Idempotency-Key")
                .retryAfter(2);
    }

    /** The same with a Location, for what was made. */
    public static <E, S> Response command(
            Handled<E, S> handled, EventTypes<E> types, Object view, @Nullable URI location) {
        ObjectNode body = LogJson.mapper().valueToTree(view);
        body.set(
                "events",
                LogJson.mapper()
                        .valueToTree(
                                handled.events().stream()
                                        .map(event -> EventJson.of(event, types))
                                        .map(Answers::tree)
                                        .toList()));
        if (handled.dryRun()) {
            body.put("dryRun", true);
            return noStore(Response.ok(body)).build();
        }
        var response =
                noStore(Response.status(handled.status()).entity(body))
                        .header("ETag", etag(handled.version()));
        if (!handled.events().isEmpty()) {
            response.header("Interlude-Event", handled.events().getLast().id().toString());
        }
        if (location != null && handled.status() == 201) {
            response.location(location);
        }
        return response.build();
    }

    /** The answer of a staff GET: never stored by caches, never 304. */
    public static Response view(Object view, long version) {
        return noStore(Response.ok(view)).header("ETag", etag(version)).build();
    }

    private static ObjectNode tree(EventJson event) {
        try {
            var node =
                    LogJson.mapper()
                            .createObjectNode()
                            .put("id", event.id().toString())
                            .put("type", event.type())
                            .put("subject", event.subject())
                            .put("sequence", event.sequence())
                            .put("actor", event.actor())
                            .put("occurredAt", event.occurredAt().toString())
                            .put("recordedAt", event.recordedAt().toString());
            node.set("data", LogJson.mapper().readTree(event.data()));
            return node;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("data is written by ourselves", e);
        }
    }

    private static Response.ResponseBuilder noStore(Response.ResponseBuilder response) {
        return response.type(MediaType.APPLICATION_JSON_TYPE).header("Cache-Control", "no-store");
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
