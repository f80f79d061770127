package dev.interlude.eventlog.identity;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.UnreadableEvent;
import dev.interlude.eventlog.follow.Follower;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of the deployment's own key that were taken back: they open nothing from the moment the
 * news is in this log. What the log holds of them is known before the first request is answered, so
 * a restart opens none; each is forgotten when it would have expired anyway.
 */
@ApplicationScoped
public class RevokedTokens implements Follower {

    /** The stream of such an event is {@code apitoken-<jti>}. */
    public static final String REVOKED = "dev.interlude.planner.ApiTokenRevoked.v1";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Log log;
    private final String issuer;
    private final Revocations revocations = new Revocations();

    RevokedTokens(Log log, LogConfig config) {
        this.log = log;
        this.issuer = config.local().issuer();
    }

    /** Of {@code expiresAt} absent it is not known when the token ends. */
    record Revocation(@Nullable Instant expiresAt) {}

    /** The service listens when this is done, and not before. */
    void start(@Observes StartupEvent event) {
        begin().await().atMost(PATIENCE);
    }

    @Override
    public String name() {
        return "revoked-tokens";
    }

    @Override
    public Uni<Long> begin() {
        return log.head()
                .call(() -> log.ofType(REVOKED).invoke(all -> all.forEach(this::take)))
                .invoke(() -> revocations.forgetExpired(Instant.now()));
    }

    @Override
    public void follow(LogEvent event) {
        if (event.type().equals(REVOKED)) {
            take(event);
            revocations.forgetExpired(Instant.now());
        }
    }

    @Override
    public void forget() {
        revocations.learnAnew();
    }

    @Override
    public void caughtUp() {
        revocations.learnt();
    }

    /** Whether the token is one of the deployment's own, and was taken back. */
    boolean contains(JsonWebToken token) {
        String id = token.getTokenID();
        return id != null && issuer.equals(token.getIssuer()) && revocations.contains(id);
    }

    private void take(LogEvent event) {
        revocations.take(event.key(), expiry(event));
    }

    /** Which token it is stands in the stream's name: what can't be read revokes all the same. */
    private static Instant expiry(LogEvent event) {
        try {
            Instant said = event.read(Revocation.class).expiresAt();
            return said == null ? Instant.MAX : said;
        } catch (UnreadableEvent e) {
            return Instant.MAX;
        }
    }
}
