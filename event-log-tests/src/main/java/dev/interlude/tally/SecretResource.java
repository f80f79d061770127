package dev.interlude.tally;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.personal.PersonKeys;
import dev.interlude.eventlog.personal.SealedText;
import dev.interlude.tally.Secret.Confide;
import dev.interlude.tally.Secret.SecretEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Seals before the command and opens after the fold: inside, there is only the sealed text. */
@Path("/api/v1/secrets")
@Produces(MediaType.APPLICATION_JSON)
public class SecretResource {

    private final CommandHandler<Confide, SecretEvent, Secret> secrets;
    private final PersonKeys keys;
    private final Call call;

    SecretResource(
            CommandHandler<Confide, SecretEvent, Secret> secrets, PersonKeys keys, Call call) {
        this.secrets = secrets;
        this.keys = keys;
        this.call = call;
    }

    public record NewSecret(@NotBlank String person, @NotBlank String name) {}

    /** The names, "(erased)" for those of whom nothing may be known any more. */
    public record Names(List<String> names) {}

    @POST
    @Path("{id}")
    @RolesAllowed("planner")
    public Uni<Names> confide(String id, @Valid @NotNull NewSecret body) {
        var how = call.on("secret-" + id, "Confide", null);
        return keys.seal(body.person(), body.name())
                .chain(name -> secrets.handle(how, act -> new Confide(act, id, name)))
                .chain(handled -> opened(handled.state()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed("planner")
    public Uni<Names> names(String id) {
        return secrets.fold(id).chain(folded -> opened(folded.state()));
    }

    @DELETE
    @Path("persons/{person}")
    @RolesAllowed("admin")
    public Uni<Boolean> erase(String person) {
        return keys.erase(person);
    }

    private Uni<Names> opened(Secret secret) {
        return keys.openAll(secret.names())
                .map(texts -> new Names(secret.names().stream().map(n -> name(n, texts)).toList()));
    }

    private static String name(SealedText sealed, java.util.Map<SealedText, String> texts) {
        return texts.getOrDefault(sealed, "(erased)");
    }
}
