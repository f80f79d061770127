package dev.interlude.planner.signing;

import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.http.Problem;
import dev.interlude.eventlog.identity.Caller;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes signed JWTs (RS256) that all services of the deployment take. */
@ApplicationScoped
public class TokenSigner {

    private static final String AUDIENCE = "interlude";

    private final String issuer;
    private final @Nullable SigningKey key;

    @Inject
    TokenSigner(SigningConfig config, LogConfig log) {
        this(log.local().issuer(), SigningKey.of(config, log.local().publicKey().orElse(null)));
    }

    TokenSigner(String issuer, @Nullable SigningKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    /**
     * What a token says besides who made it and for whom.
     *
     * @param id {@code jti}
     * @param origin issuer that {@code subject} is of
     * @param kind {@code person} or {@code service}
     * @param groups roles, and teams as {@code team:<name>}
     */
    public record Claims(
            String id,
            String origin,
            String subject,
            String name,
            String kind,
            List<String> groups,
            Instant issuedAt,
            Instant expiresAt) {}

    /** A key that can't be used is told at the start, and not to the first who asks. */
    void check(@Observes StartupEvent event) {}

    /** The deployment's own issuer. */
    public String issuer() {
        return issuer;
    }

    /** Fails with 409 {@code no-signing-key} where no tokens can be made. */
    public void requireKey() {
        if (key == null) {
            throw Problem.of(409, "no-signing-key", "this deployment signs no API tokens");
        }
    }

    public String sign(Claims said) {
        JwtClaimsBuilder claims =
                Jwt.claims()
                        .issuer(issuer)
                        .audience(AUDIENCE)
                        .subject(said.subject())
                        .groups(new LinkedHashSet<>(said.groups()))
                        .claim("name", said.name())
                        .claim("kind", said.kind())
                        .claim("jti", said.id())
                        .claim(Caller.TOKEN_USE, Caller.API)
                        .issuedAt(said.issuedAt())
                        .expiresAt(said.expiresAt());
        if (!said.origin().equals(issuer)) {
            claims.claim(Caller.ORIGIN, said.origin());
        }
        SigningKey with = Objects.requireNonNull(key, "whoever signs has required a key");
        return claims.jws().keyId(with.id()).sign(with.secret());
    }
}
