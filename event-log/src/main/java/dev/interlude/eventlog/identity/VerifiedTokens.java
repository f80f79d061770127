package dev.interlude.eventlog.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for half a minute which bearer tokens were found good, so that the signature of a
 * caller's token is not checked anew with each of their requests. A token that expires in that time
 * is refused from then on, and so is one that is taken back; what was found bad is never
 * remembered.
 */
@ApplicationScoped
public class VerifiedTokens
        implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int AT_MOST = 10_000;

    private final Cache<String, Good> good =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(AT_MOST).build();

    private final RevokedTokens revoked;

    VerifiedTokens(RevokedTokens revoked) {
        this.revoked = revoked;
    }

    /**
     * What was found of a token; its roles stand where the deployment says, not always in groups.
     */
    private record Good(JsonWebToken token, Set<String> roles) {}

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Asked before the one that verifies. */
    @Override
    public int priority() {
        return SYSTEM_FIRST + 100;
    }

    /** The identity of a token that is remembered; else null, and it is verified. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(remembered(request));
    }

    private @Nullable SecurityIdentity remembered(TokenAuthenticationRequest request) {
        if (!(request.getToken() instanceof AccessTokenCredential credential)) {
            return null;
        }
        Good found = good.getIfPresent(credential.getToken());
        if (found == null || found.token().getExpirationTime() <= Instant.now().getEpochSecond()) {
            return null;
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(found.token())
                .addRoles(found.roles())
                .addCredential(credential)
                .build();
    }

    /** Refuses one that was taken back; remembers one that was verified just now. */
    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        var credential = identity.getCredential(AccessTokenCredential.class);
        if (credential != null && identity.getPrincipal() instanceof JsonWebToken token) {
            if (revoked.contains(token)) {
                return Uni.createFrom().failure(RevokedToken.failure());
            }
            good.asMap()
                    .putIfAbsent(
                            credential.getToken(),
                            new Good(token, Set.copyOf(identity.getRoles())));
        }
        return Uni.createFrom().item(identity);
    }
}
