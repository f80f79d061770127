package dev.interlude.eventlog.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.eventlog.decider.Actor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final String OWN = "https://interlude.example/own";
    private static final String OTHER = "https://login.example";
    private static final PersonIds IDS =
            new PersonIds("a people key of a test".getBytes(StandardCharsets.US_ASCII));

    private static Caller caller(String issuer, Map<String, Object> more) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject("ana");
        claims.setStringClaim("kind", "person");
        claims.setStringListClaim("groups", List.of("planner", "team:platform"));
        more.forEach(claims::setClaim);
        return new Caller(
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                        .build(),
                IDS,
                OWN);
    }

    private static Map<String, Object> api(String origin) {
        return Map.of(Caller.TOKEN_USE, Caller.API, Caller.ORIGIN, origin);
    }

    @Test
    void a_person_is_the_same_one_by_an_API_token() {
        var signedIn = caller(OTHER, Map.of());
        var byToken = caller(OWN, api(OTHER));
        assertThat(byToken.actor()).isEqualTo(signedIn.actor());
        assertThat(byToken.actor()).isEqualTo(Actor.person(IDS.person(OTHER, "ana")));
        assertThat(byToken.byApiToken()).isTrue();
        assertThat(signedIn.byApiToken()).isFalse();
    }

    @Test
    void a_bare_subject_is_of_the_issuer_that_the_caller_comes_from() {
        var ben = new PersonRef(null, "ben", null);
        assertThat(caller(OWN, api(OTHER)).person(ben)).isEqualTo(IDS.person(OTHER, "ben"));
        assertThat(caller(OWN, Map.of()).person(ben)).isEqualTo(IDS.person(OWN, "ben"));
    }

    @Test
    void another_issuer_is_not_believed_where_somebody_comes_from() {
        assertThat(caller(OTHER, api(OWN)).actor().id()).isEqualTo(IDS.person(OTHER, "ana"));
    }

    @Test
    void a_machine_is_named_by_the_deployment() {
        var machine = caller(OWN, Map.of("kind", "service"));
        assertThat(machine.actor()).isEqualTo(Actor.machine(machine.machine("ana")));
        assertThat(machine.name()).isEqualTo("ana");
    }
}
