package dev.interlude.planner.view.ics;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Folded;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.command.Queries;
import dev.interlude.planner.recurrence.Period;
import dev.interlude.planner.token.CalendarToken;
import dev.interlude.planner.token.CalendarToken.Issued;
import dev.interlude.planner.token.Secret;
import dev.interlude.planner.token.TokenCommand;
import dev.interlude.planner.token.TokenEvent;
import dev.interlude.planner.view.tokens.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of staff for calendar programs, which send no headers: the token in the address is
 * asked for here, whatever else the caller is. Nothing that is answered or logged holds it.
 */
@Path("/api/v1/calendar.ics")
class CalendarFileResource {

    private static final Duration BACK = Duration.ofDays(90);
    private static final Duration AHEAD = Duration.ofDays(400);

    private final CommandHandler<TokenCommand, TokenEvent, CalendarToken> handler;
    private final Tokens tokens;
    private final StaffEntries entries;

    CalendarFileResource(
            CommandHandler<TokenCommand, TokenEvent, CalendarToken> handler,
            Tokens tokens,
            StaffEntries entries) {
        this.handler = handler;
        this.tokens = tokens;
        this.entries = entries;
    }

    @GET
    @PermitAll
    @Produces("text/calendar")
    @Operation(
            operationId = "getStaffCalendar",
            summary =
                    "iCalendar (RFC 5545) of 90 days back and 400 ahead: windows, occurrences to"
                            + " come, freezes; opened by a token of /api/v1/tokens")
    @APIResponse(responseCode = "200", description = "The calendar; ETag, 304")
    @APIResponse(responseCode = "401", description = "Unknown, expired or revoked token")
    public Uni<Response> calendar(
            @QueryParam("token") @Nullable String token,
            @QueryParam("team") @Nullable String team,
            @QueryParam("component") @Nullable String component,
            @HeaderParam("If-None-Match") @Nullable String seen) {
        return opened(token)
                .chain(folded -> {
                    String of = only(folded.state(), Queries.slug("team", team));
                    Period time = around(folded.now());
                    return entries.during(time, of, Queries.slug("component", component))
                            .map(all -> answer(StaffCalendar.of(all, time), seen));
                });
    }

    /** The token's stream and not its row: what was taken back opens nothing from then on. */
    private Uni<Folded<CalendarToken>> opened(@Nullable String written) {
        Secret secret = new Secret(written == null ? "" : written);
        if (!secret.wellFormed()) {
            return Uni.createFrom().failure(refused());
        }
        return tokens.idOf(secret.sha256())
                .onItem()
                .ifNull()
                .failWith(CalendarFileResource::refused)
                .chain(id -> handler.fold(String.valueOf(id)))
                .invoke(folded -> {
                    if (!(folded.state() instanceof Issued t) || !t.opens(folded.now())) {
                        throw refused();
                    }
                });
    }

    private static Problem refused() {
        return Problem.of(
                401,
                "unauthenticated",
                "the calendar needs a token of its own that is neither expired nor revoked");
    }

    private static @Nullable String only(CalendarToken token, @Nullable String asked) {
        String own = token instanceof Issued t ? t.team() : null;
        if (own != null && asked != null && !own.equals(asked)) {
            throw Problem.of(403, "role-missing", "this token is for the calendar of one team");
        }
        return own == null ? asked : own;
    }

    /** By whole days, so that the same is answered until something changes, or the day does. */
    private static Period around(Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        return new Period(today.minus(BACK), today.plus(AHEAD));
    }

    private static Response answer(String calendar, @Nullable String seen) {
        String etag = "\"" + digest(calendar) + "\"";
        boolean same = seen != null && (seen.contains(etag) || seen.equals("*"));
        var response =
                same
                        ? Response.notModified()
                        : Response.ok(calendar)
                                .type(StaffCalendar.TYPE)
                                .header(
                                        "Content-Disposition",
                                        "inline; filename=\"maintenance.ics\"");
        return response.header("ETag", etag)
                .header("Cache-Control", "private, no-cache")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
