package dev.interlude.planner.command;

import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.Handled;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.PlannerLog;
import dev.interlude.planner.command.FreezesResource.FreezeRequest;
import dev.interlude.planner.command.Requests.ComponentRequest;
import dev.interlude.planner.component.CatalogueFile;
import dev.interlude.planner.component.Component;
import dev.interlude.planner.component.Component.Listed;
import dev.interlude.planner.component.ComponentCommand;
import dev.interlude.planner.component.ComponentCommand.Dependencies;
import dev.interlude.planner.component.ComponentCommand.ImportComponent;
import dev.interlude.planner.component.ComponentEvent;
import dev.interlude.planner.freeze.Freeze;
import dev.interlude.planner.freeze.FreezeCommand;
import dev.interlude.planner.freeze.FreezeCommand.ImportFreeze;
import dev.interlude.planner.freeze.FreezeEvent;
import dev.interlude.planner.freeze.FreezeRules;
import dev.interlude.planner.view.catalogue.Components;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/**
 * Takes components and freezes from a file. It is judged as a whole before anything is stored, and
 * taken one by one after: taking it again finishes what was cut short, and changes nothing else.
 */
@Path("/api/v1/components/import")
@Produces(MediaType.APPLICATION_JSON)
class CatalogueImportResource {

    private final CommandHandler<ComponentCommand, ComponentEvent, Component> components;
    private final CommandHandler<FreezeCommand, FreezeEvent, Freeze> freezes;
    private final Components catalogue;
    private final Call call;

    CatalogueImportResource(
            CommandHandler<ComponentCommand, ComponentEvent, Component> components,
            CommandHandler<FreezeCommand, FreezeEvent, Freeze> freezes,
            Components catalogue,
            Call call) {
        this.components = components;
        this.freezes = freezes;
        this.catalogue = catalogue;
        this.call = call;
    }

    /** What is there is all that is said of it; what is not there stays as it is. */
    record ImportRequest(
            @Nullable @Size(max = 1_000) List<@NotNull @Valid ComponentRequest> components,
            @Nullable @Size(max = 1_000) List<@NotNull @Valid FreezeRequest> freezes) {}

    /** What came of one entry: added, revised or unchanged. */
    record Imported(String kind, String id, String outcome) {}

    /** {@code dryRun}: nothing was stored. */
    record ImportView(List<Imported> items, boolean dryRun) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            operationId = "importCatalogue",
            summary = "Takes components and freezes from a file; 422 names everything wrong in it")
    @APIResponseSchema(value = ImportView.class, responseCode = "200")
    public Uni<Response> take(@NotNull @Valid ImportRequest body) {
        var wanted =
                new CatalogueFile(
                        Objects.requireNonNullElse(body.components(), List.<ComponentRequest>of())
                                .stream()
                                .map(CatalogueImportResource::listed)
                                .toList());
        List<FreezeRequest> frozen = Objects.requireNonNullElse(body.freezes(), List.of());
        Invocation how = call.on("", "ImportCatalogue", body);
        return catalogue
                .list()
                .invoke(present -> check(wanted, frozen, present))
                .chain(present -> take(wanted, wanted.after(present), how))
                .chain(done -> freeze(frozen, how, done))
                .map(items ->
                        Response.ok(new ImportView(items, how.dryRun()))
                                .header("Cache-Control", "no-store")
                                .build());
    }

    private static Listed listed(ComponentRequest c) {
        return new Listed(
                c.id(),
                c.name(),
                c.group(),
                Objects.requireNonNullElse(c.dependsOn(), List.of()),
                c.team(),
                c.backedBy(),
                null);
    }

    private static void check(
            CatalogueFile wanted, List<FreezeRequest> frozen, List<Listed> present) {
        var errors = new ArrayList<Map<String, String>>();
        wanted.errors(present).forEach(e -> errors.add(error(e.pointer(), e.rule())));
        Set<String> known = wanted.after(present).of().keySet();
        var seen = new HashSet<String>();
        for (int i = 0; i < frozen.size(); i++) {
            String pointer = "/freezes/" + i;
            String id = frozen.get(i).id();
            if (id == null) {
                errors.add(error(pointer + "/id", "must be there, so that it is known again"));
            } else if (!seen.add(id)) {
                errors.add(error(pointer + "/id", "must not be named twice"));
            }
            FreezeRules.broken(frozen.get(i).terms(), known)
                    .ifPresent(b -> errors.add(error(pointer + b.pointer(), b.rule())));
        }
        if (!errors.isEmpty()) {
            throw Problem.of(422, "invalid", "nothing of the file was taken")
                    .with("errors", errors);
        }
    }

    private static Map<String, String> error(String pointer, String rule) {
        return Map.of("pointer", pointer, "rule", rule);
    }

    private Uni<List<Imported>> take(CatalogueFile file, Dependencies after, Invocation how) {
        Uni<List<Imported>> all = Uni.createFrom().item(List.of());
        for (Listed c : file.wanted()) {
            all =
                    all.chain(done ->
                            components
                                    .handle(
                                            on(PlannerLog.COMPONENT.stream(c.id()), how),
                                            act ->
                                                    new ImportComponent(
                                                            act,
                                                            c.id(),
                                                            c.name(),
                                                            c.group(),
                                                            c.dependsOn(),
                                                            c.team(),
                                                            c.backedBy() == null
                                                                    ? List.of()
                                                                    : c.backedBy(),
                                                            after))
                                    .map(handled ->
                                            Lists.plus(done, came("component", c.id(), handled))));
        }
        return all;
    }

    private Uni<List<Imported>> freeze(
            List<FreezeRequest> wanted, Invocation how, List<Imported> before) {
        Uni<List<Imported>> all = Uni.createFrom().item(before);
        for (FreezeRequest freeze : wanted) {
            String id = String.valueOf(freeze.id());
            Set<String> known = Set.copyOf(freeze.terms().components());
            all =
                    all.chain(done ->
                            freezes.handle(
                                            on(PlannerLog.FREEZE.stream(id), how),
                                            act -> new ImportFreeze(act, id, freeze.terms(), known))
                                    .map(handled -> Lists.plus(done, came("freeze", id, handled))));
        }
        return all;
    }

    private static Imported came(String kind, String id, Handled<?, ?> handled) {
        if (handled.events().isEmpty()) {
            return new Imported(kind, id, "unchanged");
        }
        return new Imported(
                kind, id, handled.events().getFirst().sequence() == 1 ? "added" : "revised");
    }

    /** One of the many commands of a file; its key would be that of all of them. */
    private static Invocation on(String stream, Invocation how) {
        return new Invocation(
                stream,
                how.command(),
                how.actor(),
                how.authority(),
                how.correlationId(),
                how.causationId(),
                how.traceparent(),
                null,
                how.requestSha256(),
                how.status(),
                null,
                how.dryRun());
    }
}
