package dev.interlude.testkit.crooked;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.hibernate.reactive.mutiny.Mutiny;

@Path("/crooked")
class CrookedResource {

    private final Mutiny.SessionFactory sessions;

    CrookedResource(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @GET
    public Uni<Boolean> open() {
        return Uni.createFrom().item(sessions.isOpen()).emitOn(Runnable::run);
    }
}
