package dev.interlude.eventlog.http;

import dev.interlude.eventlog.identity.Caller;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells a caller under which id it stands in events. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    private final Caller caller;

    MeResource(Caller caller) {
        this.caller = caller;
    }

    /**
     * The caller.
     *
     * @param id opaque id, {@code p-…} for persons, {@code m-…} for machines
     * @param kind {@code person} or {@code machine}
     */
    public record Me(String id, String kind, Set<String> roles, Set<String> teams) {}

    @GET
    @Authenticated
    @Operation(operationId = "getMe")
    public Me me() {
        var actor = caller.actor();
        return new Me(
                actor.id(),
                actor.kind().name().toLowerCase(Locale.ROOT),
                new TreeSet<>(caller.roles()),
                new TreeSet<>(caller.teams()));
    }
}
