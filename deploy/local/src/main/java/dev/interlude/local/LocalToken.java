package dev.interlude.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * What a token of the local issuer says: RS256, {@code aud=interlude}, {@code groups} with the
 * roles and {@code team:<name>}, {@code kind=person|service}.
 *
 * @param issuer {@code iss}
 * @param subject {@code sub}
 * @param name shown to people
 * @param kind {@code person} or {@code service}
 * @param groups roles, and teams as {@code team:<name>}
 * @param issuedAt {@code iat}
 * @param lifetime {@code exp} minus {@code iat}
 */
public record LocalToken(
        String issuer,
        String subject,
        String name,
        String kind,
        List<String> groups,
        Instant issuedAt,
        Duration lifetime) {

    public static final String ISSUER = "http://localhost:8080/local";
    public static final String AUDIENCE = "interlude";
    private static final Duration LIFETIME = Duration.ofDays(30);

    public LocalToken {
        groups = List.copyOf(groups);
    }

    /** A person with roles in the team {@code platform}. */
    public static LocalToken person(String subject, String... roles) {
        return of(subject, "person", withTeam(roles));
    }

    /** A machine with roles in the team {@code platform}. */
    public static LocalToken machine(String subject, String... roles) {
        return of(subject, "service", withTeam(roles));
    }

    /** What one service shows another. */
    public static LocalToken service(String service) {
        return of(service + "-service", "service", List.of("service"));
    }

    public LocalToken by(String otherIssuer) {
        return new LocalToken(otherIssuer, subject, name, kind, groups, issuedAt, lifetime);
    }

    public LocalToken at(Instant otherInstant) {
        return new LocalToken(issuer, subject, name, kind, groups, otherInstant, lifetime);
    }

    public LocalToken lasting(Duration other) {
        return new LocalToken(issuer, subject, name, kind, groups, issuedAt, other);
    }

    public LocalToken in(String... otherGroups) {
        return new LocalToken(
                issuer, subject, name, kind, List.of(otherGroups), issuedAt, lifetime);
    }

    /** Signs it; every call makes another {@code jti}. */
    public String signedWith(SigningKey key) {
        var jws = new JsonWebSignature();
        jws.setPayload(claims().toJson());
        jws.setKey(key.pair().getPrivate());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setHeader("typ", "JWT");
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** The claims, for tokens that are to be wrong in some way. */
    public JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringClaim("name", name);
        claims.setStringClaim("kind", kind);
        claims.setStringListClaim("groups", groups);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(date(issuedAt));
        claims.setExpirationTime(date(issuedAt.plus(lifetime)));
        return claims;
    }

    private static LocalToken of(String subject, String kind, List<String> groups) {
        String name = Character.toUpperCase(subject.charAt(0)) + subject.substring(1);
        return new LocalToken(ISSUER, subject, name, kind, groups, Instant.now(), LIFETIME);
    }

    private static List<String> withTeam(String... roles) {
        var groups = new java.util.ArrayList<>(List.of(roles));
        groups.add("team:platform");
        return groups;
    }

    private static NumericDate date(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }
}
