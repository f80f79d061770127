package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Authority;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a command was asked for.
 *
 * @param stream the stream it is about
 * @param command its name for the record ({@code ExtendWindow})
 * @param actor who asks
 * @param authority what they may do
 * @param correlationId chain of acts
 * @param causationId event that a reaction answers to
 * @param traceparent W3C trace context, or null
 * @param idempotencyKey the caller's key, or null
 * @param requestSha256 digest of method, path and body, compared when the key is known
 * @param status HTTP status of the first answer, kept with the key
 * @param ifMatch the version the caller has seen, or null
 * @param dryRun decide, but store nothing
 */
public record Invocation(
        String stream,
        String command,
        Actor actor,
        Authority authority,
        UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        @Nullable String idempotencyKey,
        byte[] requestSha256,
        int status,
        @Nullable Long ifMatch,
        boolean dryRun) {}
