package dev.interlude.eventlog.http;

import dev.interlude.eventlog.Ids;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Authority;
import dev.interlude.eventlog.identity.Caller;
import dev.interlude.eventlog.identity.PersonRef;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of the request at hand. Inject it into a resource and use it at the entry of
 * the method only.
 */
@RequestScoped
public class Call {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern TRACE =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Caller caller;
    private final HttpHeaders headers;
    private final UriInfo uri;

    Call(Caller caller, HttpHeaders headers, UriInfo uri) {
        this.caller = caller;
        this.headers = headers;
        this.uri = uri;
    }

    public Actor actor() {
        return caller.actor();
    }

    public Authority authority() {
        return caller.authority();
    }

    /** The opaque id of a person named in a request. */
    public String person(PersonRef ref) {
        return caller.person(ref);
    }

    /** Fails with 403 {@code role-missing} unless the caller has the role in that team. */
    public void requireRole(String role, String team) {
        if (!authority().allows(role, team)) {
            throw Problem.of(
                    403, "role-missing", "this needs the role " + role + " in team " + team);
        }
    }

    /** True when the caller asks only what would happen. */
    public boolean dryRun() {
        String dryRun = uri.getQueryParameters().getFirst("dryRun");
        return dryRun != null && (dryRun.isEmpty() || Boolean.parseBoolean(dryRun));
    }

    /** A command on something that exists; answered with 200. */
    public Invocation on(String stream, String command, @Nullable Object body) {
        return invocation(stream, command, body, 200, ifMatch());
    }

    /** A command that makes something; answered with 201 and a Location. */
    public Invocation creating(String stream, String command, @Nullable Object body) {
        return invocation(stream, command, body, 201, ifMatch());
    }

    /** A command that must say which version it was decided on: without If-Match 428. */
    public Invocation matching(String stream, String command, @Nullable Object body) {
        Long seen = ifMatch();
        if (seen == null) {
            throw Problem.of(
                    428, "if-match-required", "send If-Match with the ETag that you have seen");
        }
        return invocation(stream, command, body, 200, seen);
    }

    private Invocation invocation(
            String stream,
            String command,
            @Nullable Object body,
            int status,
            @Nullable Long ifMatch) {
        return new Invocation(
                stream,
                command,
                actor(),
                authority(),
                Ids.next(),
                null,
                traceparent(),
                key(),
                digest(command, body),
                status,
                ifMatch,
                dryRun());
    }

    private @Nullable Long ifMatch() {
        String header = headers.getHeaderString("If-Match");
        if (header == null || header.equals("*")) {
            return null;
        }
        Matcher matcher = ETAG.matcher(header.trim());
        if (!matcher.matches()) {
            throw Problem.of(412, "version-differs", "If-Match is no ETag of ours: " + header);
        }
        return Long.valueOf(matcher.group(1));
    }

    private @Nullable String key() {
        String key = headers.getHeaderString("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw Problem.invalid(
                    "Idempotency-Key", "1 to 200 printable ASCII characters without blanks");
        }
        return key;
    }

    private @Nullable String traceparent() {
        String trace = headers.getHeaderString("traceparent");
        return trace != null && TRACE.matcher(trace).matches() ? trace : null;
    }

    /** Digest of command, path and content: what makes two requests the same one. */
    private byte[] digest(String command, @Nullable Object body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(command.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) '\n');
            sha.update(uri.getPath().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) '\n');
            if (body != null) {
                sha.update(LogJson.write(body));
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** A fresh id for something that this request makes. */
    public String newId() {
        UUID id = Ids.next();
        return id.toString();
    }
}
