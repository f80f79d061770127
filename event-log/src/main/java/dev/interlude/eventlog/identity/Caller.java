package dev.interlude.eventlog.identity;

import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Authority;
import dev.interlude.eventlog.decider.Authority.Grant;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls, read from the bearer token: {@code iss} and {@code sub} make the opaque id, {@code
 * kind} tells person from machine, {@code groups} hold roles and {@code team:<name>} entries. A
 * role counts in the teams that are named.
 */
@RequestScoped
public class Caller {

    private static final String TEAM = "team:";

    private final SecurityIdentity identity;
    private final PersonIds ids;

    Caller(SecurityIdentity identity, LogConfig config) {
        this.identity = identity;
        this.ids = new PersonIds(Base64.getDecoder().decode(config.peopleKey()));
    }

    /** The person or machine; only for authenticated requests. */
    public Actor actor() {
        JsonWebToken token = token();
        String kind = token.getClaim("kind");
        return "service".equals(kind)
                ? Actor.machine(ids.machine(token.getIssuer(), token.getSubject()))
                : Actor.person(ids.person(token.getIssuer(), token.getSubject()));
    }

    public Authority authority() {
        Set<String> groups = token().getGroups();
        Set<Grant> grants = new HashSet<>();
        for (String team : teams()) {
            groups.stream()
                    .filter(group -> !group.startsWith(TEAM))
                    .forEach(role -> grants.add(new Grant(role, team)));
        }
        return new Authority(grants);
    }

    /** Teams named in the token. */
    public Set<String> teams() {
        return token().getGroups().stream()
                .filter(group -> group.startsWith(TEAM))
                .map(group -> group.substring(TEAM.length()))
                .collect(Collectors.toSet());
    }

    /** Roles named in the token, whatever the team. */
    public Set<String> roles() {
        return token().getGroups().stream()
                .filter(group -> !group.startsWith(TEAM))
                .collect(Collectors.toSet());
    }

    /**
     * The opaque id of a person named in a request; a bare subject is one of the caller's issuer.
     */
    public String person(PersonRef ref) {
        if (ref.id() != null) {
            return ref.id();
        }
        String issuer = ref.iss() == null ? token().getIssuer() : ref.iss();
        return ids.person(issuer, String.valueOf(ref.sub()));
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new IllegalStateException("no token on this request");
    }
}
