package dev.interlude.checklist.scripts;

import dev.interlude.checklist.runner.Runner;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Recognises runners by their tokens, and only where runners have something to say: everywhere else
 * such a token is none.
 */
@Singleton
class RunnerMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer " + RunnerToken.PREFIX;
    private static final String CLAIMS = "/api/v1/runners/claims";
    private static final String RUNS = "/api/v1/runners/runs/";

    private final Runners runners;

    RunnerMechanism(Runners runners) {
        this.runners = runners;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identityProviderManager) {
        String path = context.normalizedPath();
        String header = context.request().getHeader("Authorization");
        boolean here = path.equals(CLAIMS) || path.startsWith(RUNS);
        if (!here || header == null || !header.startsWith(BEARER)) {
            return Uni.createFrom().nullItem();
        }
        Runner runner = runners.holding(header.substring("Bearer ".length()));
        return runner == null
                ? Uni.createFrom().failure(new AuthenticationFailedException("no runner's token"))
                : Uni.createFrom()
                        .item(
                                QuarkusSecurityIdentity.builder()
                                        .setPrincipal(new RunnerPrincipal(runner))
                                        .addRole("runner")
                                        .build());
    }

    /** Before the one that expects a JWT. */
    @Override
    public int getPriority() {
        return 2_000;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
