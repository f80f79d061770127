package dev.interlude.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlude.eventlog.LogJson;
import dev.interlude.local.LocalToken;
import java.io.IOException;
import java.util.Base64;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static JwtConsumer consumer() throws Exception {
        var spec =
                new java.security.spec.X509EncodedKeySpec(
                        Base64.getDecoder().decode(Tokens.key().open()));
        return new JwtConsumerBuilder()
                .setExpectedIssuer("http://localhost:8080/local")
                .setExpectedAudience("interlude")
                .setRequireExpirationTime()
                .setVerificationKey(
                        java.security.KeyFactory.getInstance("RSA").generatePublic(spec))
                .build();
    }

    private static JsonNode payload(String token) throws IOException {
        return LogJson.mapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    @Test
    void a_persons_token_says_roles_and_team() throws Exception {
        assertThat(consumer().processToClaims(Tokens.ana()).getStringListClaimValue("groups"))
                .containsExactly("planner", "operator", "team:platform");
        JsonNode claims = payload(Tokens.ana());
        assertThat(claims.path("aud").asText()).isEqualTo("interlude");
        assertThat(claims.path("kind").asText()).isEqualTo("person");
        assertThat(claims.path("name").asText()).isEqualTo("Ana");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                .isEqualTo(30L * 24 * 3600);
        assertThat(claims.path("jti").asText()).isNotBlank();
    }

    @Test
    void machines_and_services_are_of_kind_service() throws Exception {
        assertThat(payload(Tokens.machine("ci", "operator")).path("kind").asText())
                .isEqualTo("service");
        JsonNode service = payload(Tokens.service("planner"));
        assertThat(service.path("kind").asText()).isEqualTo("service");
        assertThat(service.path("groups").toString()).isEqualTo("[\"service\"]");
    }

    @Test
    void wrong_tokens_are_wrong() throws Exception {
        LocalToken ana = LocalToken.person("ana", "planner");
        for (String token :
                new String[] {
                    Tokens.expired(ana),
                    Tokens.foreign(ana),
                    Tokens.unsigned(ana),
                    Tokens.confused(ana),
                    Tokens.signed(ana.by("https://elsewhere.example"))
                }) {
            assertThat(refused(token)).isTrue();
        }
    }

    private static boolean refused(String token) throws Exception {
        try {
            consumer().processToClaims(token);
            return false;
        } catch (InvalidJwtException e) {
            return true;
        }
    }
}
