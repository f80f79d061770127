package dev.interlude.notifier.view.stream;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.http.LogStream;
import dev.interlude.eventlog.http.LogStreams;
import dev.interlude.notifier.view.board.PublicNotice;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * Every notice as it is published: {@code event: notice}, the data byte for byte as it was stored,
 * {@code id} {@code <epoch>-<position>}. Who sends Last-Event-ID gets what was missed first.
 */
@Path("/stream")
@Tag(name = "public")
public class NoticeStreamResource {

    private final LogStream notices;

    NoticeStreamResource(LogStreams streams) {
        this.notices = streams.define("notices", PublicNotice::isOne, NoticeStreamResource::told);
    }

    @GET
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(operationId = "noticeStream", summary = "Notices as server-sent events")
    public Multi<OutboundSseEvent> notices(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        return notices.open(lastEventId, sse);
    }

    private static LogStream.Rendered told(LogEvent event) {
        return new LogStream.Rendered("notice", new String(event.data(), StandardCharsets.UTF_8));
    }
}
