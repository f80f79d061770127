package dev.interlude.eventlog.identity;

import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Authority;
import dev.interlude.eventlog.decider.Authority.Grant;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls, read from the bearer token: {@code iss} and {@code sub} make the opaque id, {@code
 * kind} tells person from machine, {@code groups} hold roles and {@code team:<name>} entries. A
 * role counts in the teams that are named.
 *
 * <p>An API token is of the deployment's own issuer whoever it belongs to; of somebody from another
 * issuer it says which one, so that a person stays the same whatever token they use. Nobody else's
 * token is believed that.
 */
@RequestScoped
public class Caller {

    /** Claim of an API token: the issuer that its person signs in at, when that is another one. */
    public static final String ORIGIN = "origin";

    /** Claim of every API token, {@link #API}; tokens that people sign in with have none. */
    public static final String TOKEN_USE = "token_use";

    public static final String API = "api";

    private static final String TEAM = "team:";

    private final SecurityIdentity identity;
    private final PersonIds ids;
    private final String ownIssuer;

    @Inject
    Caller(SecurityIdentity identity, LogConfig config) {
        this(
                identity,
                new PersonIds(Base64.getDecoder().decode(config.peopleKey())),
                config.local().issuer());
    }

    Caller(SecurityIdentity identity, PersonIds ids, String ownIssuer) {
        this.identity = identity;
        this.ids = ids;
        this.ownIssuer = ownIssuer;
    }

    /** The person or machine; only for authenticated requests. */
    public Actor actor() {
        JsonWebToken token = token();
        String kind = token.getClaim("kind");
        return "service".equals(kind)
                ? Actor.machine(ids.machine(issuer(), token.getSubject()))
                : Actor.person(ids.person(issuer(), token.getSubject()));
    }

    /** Where the caller comes from; {@code subject} is theirs there. */
    public String issuer() {
        JsonWebToken token = token();
        String origin = ownIssuer.equals(token.getIssuer()) ? token.getClaim(ORIGIN) : null;
        return origin == null ? token.getIssuer() : origin;
    }

    /** {@code sub}, as the caller's issuer names them. */
    public String subject() {
        return token().getSubject();
    }

    /** {@code name}, shown to people; the subject where the token has none. */
    public String name() {
        String name = token().getClaim("name");
        return name == null ? token().getSubject() : name;
    }

    /** True for a token that was issued for use by programs, and not to sign in with. */
    public boolean byApiToken() {
        return API.equals(token().getClaim(TOKEN_USE));
    }

    /** The opaque id of a machine of the deployment's own issuer. */
    public String machine(String subject) {
        return ids.machine(ownIssuer, subject);
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
        String issuer = ref.iss() == null ? issuer() : ref.iss();
        return ids.person(issuer, String.valueOf(ref.sub()));
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new IllegalStateException("no token on this request");
    }
}
