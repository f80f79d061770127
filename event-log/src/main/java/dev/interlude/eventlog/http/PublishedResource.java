package dev.interlude.eventlog.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlude.eventlog.CloudEvents;
import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.Restored;
import dev.interlude.eventlog.relay.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * What this service published, from its log: the full list, in order, as it was sent to Kafka. For
 * the other services, which ask whenever something may be missing.
 */
@Path("/api/v1/published")
public class PublishedResource {

    private static final int READ = 500;
    private static final int MOST = 1_000;

    private final Log log;
    private final Topics topics;

    PublishedResource(Log log, Topics topics) {
        this.log = log;
        this.topics = topics;
    }

    /**
     * One line per event, a CloudEvent in JSON format with the stored bytes as {@code data_base64};
     * the last line is {@code {"head": <position>, "epoch": <n>, "restored": [{"epoch": <n>,
     * "lastPosition": <position>}]}}: after a restore from a backup all that was heard of an older
     * epoch behind that position is void. Fewer events than {@code limit} mean that the list is
     * complete up to {@code head}.
     *
     * @param after position of the last event the caller has, 0 for the beginning
     * @param subject only this stream, or absent for all
     * @param limit at most so many events, 1 to 1000
     */
    @GET
    @Produces("application/x-ndjson")
    @RolesAllowed("service")
    @Operation(operationId = "listPublished", hidden = true)
    public Uni<String> published(
            @RestQuery @DefaultValue("0") long after,
            @QueryParam("subject") @Nullable String subject,
            @RestQuery @DefaultValue("500") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var lines = new StringBuilder();
        return log.restores()
                .chain(restores ->
                        log.head()
                                .chain(head ->
                                        collect(after, head, subject, most, lines)
                                                .replaceWith(head))
                                .map(head -> lines + last(head, restores)));
    }

    private Uni<Void> collect(
            long after, long head, @Nullable String subject, int most, StringBuilder lines) {
        return log.after(after, READ)
                .chain(events -> {
                    int left = most;
                    for (LogEvent event : events) {
                        if (left > 0 && event.position() <= head && wanted(event, subject)) {
                            lines.append(line(event));
                            left--;
                        }
                    }
                    return done(events, head, left)
                            ? Uni.createFrom().voidItem()
                            : collect(events.getLast().position(), head, subject, left, lines);
                });
    }

    private static boolean done(List<LogEvent> events, long head, int left) {
        return left == 0 || events.size() < READ || events.getLast().position() >= head;
    }

    private boolean wanted(LogEvent event, @Nullable String subject) {
        return event.own()
                && (subject == null || subject.equals(event.stream()))
                && topics.of(event.stream()) != null;
    }

    private static String line(LogEvent event) {
        ObjectNode node = LogJson.mapper().createObjectNode();
        CloudEvents.attributes(event).forEach(node::put);
        node.put("data_base64", Base64.getEncoder().encodeToString(event.data()));
        return node + "\n";
    }

    /** The epoch is that of the newest restore, so that both are told as of one moment. */
    private static String last(long head, List<Restored> restores) {
        ObjectNode node = LogJson.mapper().createObjectNode();
        node.put("head", head);
        node.put("epoch", restores.isEmpty() ? 1 : restores.getLast().epoch());
        var all = node.putArray("restored");
        restores.forEach(restored ->
                all.addObject()
                        .put("epoch", restored.epoch())
                        .put("lastPosition", restored.lastPosition()));
        return node + "\n";
    }
}
