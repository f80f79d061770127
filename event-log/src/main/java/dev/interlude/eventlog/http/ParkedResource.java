package dev.interlude.eventlog.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.interlude.eventlog.HeardEvent;
import dev.interlude.eventlog.Hearing.Discard;
import dev.interlude.eventlog.Hearing.Heard;
import dev.interlude.eventlog.Parked;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * Events of other services that could not be taken. Their stream waits, all others go on, until
 * somebody releases it or does without the event.
 */
@Path("/api/v1/parked")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ParkedResource {

    private static final int PAGE = 100;

    private final Parked parked;
    private final Call call;

    ParkedResource(Parked parked, Call call) {
        this.parked = parked;
        this.call = call;
    }

    /**
     * A parked event.
     *
     * @param sequence its stream version
     * @param epoch its source's store epoch
     * @param reason {@code unreadable} or {@code forked-history}
     * @param data the bytes as they were published, base64
     */
    public record ParkedEvent(
            String id,
            String type,
            long sequence,
            int epoch,
            Instant occurredAt,
            Instant recordedAt,
            String reason,
            String data) {

        static ParkedEvent of(HeardEvent event, String reason) {
            return new ParkedEvent(
                    event.id().toString(),
                    event.type(),
                    event.sequence(),
                    event.epoch(),
                    event.occurredAt(),
                    event.recordedAt(),
                    reason,
                    Base64.getEncoder().encodeToString(event.data()));
        }
    }

    /**
     * A stream that waits.
     *
     * @param since RFC 3339, UTC
     * @param waiting how many of its events are parked, the first included
     * @param first the event that somebody has to look at
     */
    public record WaitingStream(
            String source, String stream, Instant since, long waiting, ParkedEvent first) {}

    /** Streams that wait; {@code next} is the cursor of the rest, absent when there is none. */
    public record WaitingStreams(List<WaitingStream> items, @Nullable String next) {}

    /**
     * An event that was done without.
     *
     * @param why in the person's words
     * @param by {@code person:…} or {@code machine:…}
     * @param at RFC 3339, UTC
     */
    public record DiscardedEvent(
            String source, String stream, ParkedEvent event, String why, String by, Instant at) {}

    /** Newest first; {@code next} is the cursor of the rest, absent when there is none. */
    public record DiscardedEvents(List<DiscardedEvent> items, @Nullable String next) {}

    /** Why an event is done without. */
    public record Reason(@NotBlank @Size(max = 1000) String reason) {}

    /**
     * What came of it.
     *
     * @param taken how many events are in the log now that were not before
     * @param parked how many of the stream are parked (again)
     */
    public record Outcome(int taken, int parked) {}

    @GET
    @RolesAllowed({"auditor", "admin"})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(operationId = "listParked", summary = "Streams of other services that wait, and why")
    public Uni<WaitingStreams> list(@QueryParam("cursor") @Nullable String cursor) {
        String[] after = cursor == null ? new String[] {"", ""} : place(cursor);
        return parked.waiting(after[0], after[1], PAGE)
                .map(all ->
                        new WaitingStreams(
                                all.stream().map(ParkedResource::waiting).toList(),
                                next(all, w -> w.first().source() + "\n" + w.first().stream())));
    }

    @GET
    @Path("discarded")
    @RolesAllowed({"auditor", "admin"})
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "listDiscarded",
            summary = "Events of other services that were done without")
    public Uni<DiscardedEvents> discarded(@QueryParam("cursor") @Nullable String cursor) {
        Instant before = cursor == null ? Instant.parse("9999-01-01T00:00:00Z") : instant(cursor);
        return parked.discarded(before, PAGE)
                .map(all ->
                        new DiscardedEvents(
                                all.stream().map(ParkedResource::discarded).toList(),
                                next(all, gone -> gone.at().toString())));
    }

    @POST
    @Path("{source}/{stream}/release")
    @RolesAllowed("admin")
    @Operation(
            operationId = "releaseParked",
            summary = "Judges what is parked of a stream again, in order")
    public Uni<Outcome> release(String source, String stream) {
        return parked.release(source, stream).map(heard -> outcome(heard, "nothing of it waits"));
    }

    @POST
    @Path("{source}/{stream}/events/{id}/discard")
    @RolesAllowed("admin")
    @Operation(
            operationId = "discardParked",
            summary = "Does without a parked event; what waits behind it is judged again")
    public Uni<Outcome> discard(
            String source, String stream, String id, @NotNull @Valid Reason body) {
        var discard = new Discard(uuid(id), body.reason(), call.actor());
        return parked.find(source, stream, discard.event().toString())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("no such event is parked"))
                .chain(found -> parked.discard(source, stream, discard))
                .map(heard -> new Outcome(heard.taken(), heard.parked()));
    }

    private static Outcome outcome(Heard heard, String nothing) {
        if (heard.taken() == 0 && heard.parked() == 0) {
            throw Problem.notFound(nothing);
        }
        return new Outcome(heard.taken(), heard.parked());
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("no such event is parked");
        }
    }

    private static WaitingStream waiting(Parked.Waiting waiting) {
        HeardEvent first = waiting.first();
        return new WaitingStream(
                first.source(),
                first.stream(),
                waiting.since(),
                waiting.waiting(),
                ParkedEvent.of(first, waiting.reason()));
    }

    private static DiscardedEvent discarded(Parked.Discarded gone) {
        HeardEvent event = gone.event();
        return new DiscardedEvent(
                event.source(),
                event.stream(),
                ParkedEvent.of(event, gone.reason()),
                gone.why(),
                gone.by(),
                gone.at());
    }

    private static <T> @Nullable String next(List<T> page, Function<T, String> place) {
        return page.size() < PAGE ? null : written(place.apply(page.getLast()));
    }

    private static String written(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    private static String[] place(String cursor) {
        String[] parts = read(cursor).split("\n", -1);
        if (parts.length != 2) {
            throw noCursor();
        }
        return parts;
    }

    private static Instant instant(String cursor) {
        try {
            return Instant.parse(read(cursor));
        } catch (DateTimeException e) {
            throw noCursor();
        }
    }

    private static String read(String cursor) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (place.indexOf(0) < 0) {
                return place;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw noCursor();
    }

    private static Problem noCursor() {
        return Problem.invalid("cursor", "must be a cursor of this list");
    }
}
