package dev.interlude.checklist.command;

import dev.interlude.checklist.checklist.Attachment;
import dev.interlude.checklist.checklist.Checklist;
import dev.interlude.checklist.checklist.ChecklistCommand.AttachEvidence;
import dev.interlude.checklist.checklist.StepRecord;
import dev.interlude.checklist.command.Requests.LinkRequest;
import dev.interlude.checklist.evidence.EvidenceFiles;
import dev.interlude.checklist.evidence.FileType;
import dev.interlude.checklist.view.ChecklistView;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.http.Call;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Evidence beside a step: a link, or a file of at most 10 MB. */
@Path("/api/v1/checklists/{windowId}")
@Produces(MediaType.APPLICATION_JSON)
class EvidenceResource {

    private static final int LONGEST = 10 * 1024 * 1024;

    private final Checklists checklists;
    private final EvidenceFiles files;
    private final Call call;

    EvidenceResource(Checklists checklists, EvidenceFiles files, Call call) {
        this.checklists = checklists;
        this.files = files;
        this.call = call;
    }

    @POST
    @Path("steps/{stepId}/evidence")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "linkEvidence", summary = "Puts a link beside a step")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> link(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @NotNull @Valid LinkRequest body) {
        String link = http(body.link());
        String name = body.name() == null ? shortened(link) : body.name();
        var attachment = new Attachment(call.newId(), name, null, null, null, link);
        return checklists.command(
                windowId,
                call.on(Checklists.stream(windowId), "AttachEvidence", body),
                act -> new AttachEvidence(act, stepId, attachment));
    }

    @POST
    @Path("steps/{stepId}/evidence")
    @Consumes({
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "application/pdf",
        "application/zip",
        "application/gzip",
        "text/plain",
        "text/csv"
    })
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(
            operationId = "attachEvidence",
            summary = "Puts a file of at most 10 MB beside a step; its type is checked")
    @APIResponseSchema(value = ChecklistView.class, responseCode = "200")
    public Uni<Response> attach(
            @PathParam("windowId") String windowId,
            @PathParam("stepId") String stepId,
            @RestQuery @Nullable String name,
            @HeaderParam("Content-Type") String contentType,
            byte[] body) {
        String fileName = fileName(name);
        FileType type = type(contentType, body);
        String sha256 = EvidenceFiles.sha256(body);
        var attachment =
                new Attachment(
                        call.newId(), fileName, type.mediaType(), (long) body.length, sha256, null);
        Invocation how =
                call.on(
                        Checklists.stream(windowId),
                        "AttachEvidence",
                        Map.of("name", fileName, "type", type, "sha256", sha256));
        // a dry run tells whether it may be put there before anything is kept
        return checklists
                .permitted(windowId, how, act -> new AttachEvidence(act, stepId, attachment))
                .chain(() -> how.dryRun() ? nothing() : keep(windowId, sha256, body))
                .chain(() ->
                        checklists.command(
                                windowId, how, act -> new AttachEvidence(act, stepId, attachment)));
    }

    @GET
    @Path("evidence/{id}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({"auditor", "planner", "operator", "liaison", "admin"})
    @Operation(operationId = "getEvidence", summary = "A file that was put beside a step")
    public Uni<Response> get(@PathParam("windowId") String windowId, @PathParam("id") String id) {
        return checklists
                .find(windowId)
                .map(folded -> found(folded.state(), id))
                .chain(attachment ->
                        files.find(String.valueOf(attachment.sha256()))
                                .map(content -> answer(attachment, content)));
    }

    private static Attachment found(Checklist checklist, String id) {
        return checklist.steps().values().stream()
                .flatMap(s -> s.attached().stream())
                .map(StepRecord.Attached::attachment)
                .filter(a -> a.id().equals(id) && a.sha256() != null)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("there is no such file"));
    }

    /** Never shown within our origin: it is somebody's upload. */
    private static Response answer(Attachment a, byte @Nullable [] content) {
        if (content == null) {
            throw Problem.notFound("the file is not kept here any more");
        }
        String name = URLEncoder.encode(a.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content, String.valueOf(a.mediaType()))
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .header("Repr-Digest", "sha-256=:" + base64(a) + ":")
                .build();
    }

    private static String base64(Attachment a) {
        byte[] digest = HexFormat.of().parseHex(String.valueOf(a.sha256()));
        return Base64.getEncoder().encodeToString(digest);
    }

    private Uni<Void> keep(String windowId, String sha256, byte[] body) {
        return checklists.id(windowId).chain(id -> files.keep(id, sha256, body));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static FileType type(String contentType, byte[] body) {
        if (body.length == 0) {
            throw Problem.invalid("", "the file is empty");
        }
        if (body.length > LONGEST) {
            throw Problem.of(413, "too-large", "a file has at most 10 MB");
        }
        FileType type =
                FileType.of(contentType)
                        .orElseThrow(
                                () -> Problem.of(415, "unsupported-media-type", "not a kept type"));
        if (!type.fits(body)) {
            throw Problem.invalid("", "the content is not " + type.mediaType());
        }
        return type;
    }

    private static String fileName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "evidence";
        }
        if (name.length() > 200 || name.chars().anyMatch(EvidenceResource::unfit)) {
            throw Problem.invalid("name", "at most 200 characters, no path and no controls");
        }
        return name;
    }

    private static boolean unfit(int c) {
        return Character.isISOControl(c)
                || Character.isSurrogate((char) c)
                || List.of('/', '\\').contains((char) c);
    }

    private static String http(String link) {
        try {
            var uri = new URI(link);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return link;
            }
        } catch (URISyntaxException e) {
            throw Problem.invalid("/link", "an http or https address");
        }
        throw Problem.invalid("/link", "an http or https address");
    }

    private static String shortened(String link) {
        return link.length() > 200 ? link.substring(0, 200) : link;
    }
}
