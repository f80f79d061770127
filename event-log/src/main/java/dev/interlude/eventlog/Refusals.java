package dev.interlude.eventlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlude.eventlog.decider.Rejection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records that a command about an existing thing was refused, so that an auditor sees the control
 * at work: at most once per caller, command and code a minute, later ones counted into the next.
 */
@ApplicationScoped
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Writer writer;
    private final Log log;
    private final LogDefinition definition;

    /** What silences, and how often it did; by the log's clock, in which refusals are recorded. */
    private record Silence(Instant until, AtomicInteger times) {}

    private final Cache<String, Silence> recent =
            Caffeine.newBuilder().expireAfterWrite(QUIET).maximumSize(10_000).build();

    private final Cache<String, Integer> counted =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(1)).maximumSize(10_000).build();

    Refusals(Writer writer, Log log, LogDefinition definition) {
        this.writer = writer;
        this.log = log;
        this.definition = definition;
    }

    /** Records the refusal; never fails, since the caller's answer does not depend on it. */
    Uni<Void> record(Invocation how, Rejection rejection, long sequenceSeen) {
        LogDefinition.Refusals policy = definition.refusals();
        String id = policy == null ? null : policy.about().apply(how.stream());
        if (policy == null || id == null || how.dryRun() || !how.actor().commands()) {
            return Uni.createFrom().voidItem();
        }
        String key = how.actor() + "\n" + how.command() + "\n" + rejection.code() + "\n" + id;
        return log.now()
                .chain(now ->
                        silenced(key, now)
                                ? Uni.createFrom().voidItem()
                                : writer.append(
                                                append(
                                                        how,
                                                        rejection,
                                                        policy,
                                                        id,
                                                        sequenceSeen,
                                                        repeated(key)))
                                        .replaceWithVoid())
                .onFailure()
                .invoke(e -> LOG.warnf(e, "a refusal about %s was not recorded", id))
                .onFailure()
                .recoverWithNull();
    }

    /** True within a minute after a recorded one; else this one begins the minute. */
    private boolean silenced(String key, Instant now) {
        var begins = new AtomicBoolean();
        Silence silence =
                recent.asMap()
                        .compute(
                                key,
                                (_, old) -> {
                                    if (old != null && now.isBefore(old.until())) {
                                        return old;
                                    }
                                    begins.set(true);
                                    return new Silence(now.plus(QUIET), new AtomicInteger());
                                });
        if (begins.get()) {
            return false;
        }
        counted.put(key, silence.times().incrementAndGet());
        return true;
    }

    private int repeated(String key) {
        Integer repeated = counted.getIfPresent(key);
        counted.invalidate(key);
        return repeated == null ? 0 : repeated;
    }

    private Append append(
            Invocation how,
            Rejection rejection,
            LogDefinition.Refusals policy,
            String id,
            long sequenceSeen,
            int repeated) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put(policy.idField(), id);
        data.put("command", how.command());
        data.put("code", rejection.code());
        data.put("gates", gates(rejection));
        data.put("sequenceSeen", sequenceSeen);
        data.put("repeated", repeated);
        String stream = policy.category() + "-" + id;
        return new Append(
                definition.categoryOf(stream),
                stream,
                Append.ANY,
                List.of(new Append.NewEvent(Ids.next(), policy.type(), null, LogJson.write(data))),
                how.actor(),
                how.correlationId(),
                null,
                how.traceparent(),
                null,
                List.of(),
                List.of());
    }

    /** Names of the gates, whether they are given as names or as objects with a {@code gate}. */
    private static List<String> gates(Rejection rejection) {
        com.fasterxml.jackson.databind.JsonNode tree =
                LogJson.mapper().valueToTree(rejection.facts().getOrDefault("gates", List.of()));
        return tree.valueStream()
                .map(gate -> gate.isTextual() ? gate.asText() : gate.path("gate").asText())
                .distinct()
                .toList();
    }
}
