package dev.interlude.planner.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.eventlog.http.Problem;
import dev.interlude.planner.signing.TokenSigner.Claims;
import dev.interlude.testkit.Tokens;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.junit.jupiter.api.Test;

class TokenSignerTest {

    private static final String OWN = "https://interlude.example";
    private static final String OTHER = "https://login.example";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final SigningKey key =
            Objects.requireNonNull(
                    SigningKey.of(
                            new SigningConfig() {
                                @Override
                                public Optional<String> key() {
                                    return Optional.of(Tokens.key().secret());
                                }

                                @Override
                                public Optional<java.nio.file.Path> keyFile() {
                                    return Optional.empty();
                                }
                            },
                            Tokens.key().open()));
    private final TokenSigner signer = new TokenSigner(OWN, key);

    private JwtContext verified(String origin) throws Exception {
        String token =
                signer.sign(
                        new Claims(
                                "t-1",
                                origin,
                                "ana",
                                "Ana",
                                "person",
                                List.of("operator", "team:platform"),
                                NOW,
                                NOW.plusSeconds(60)));
        var open =
                KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new X509EncodedKeySpec(
                                        Base64.getDecoder().decode(Tokens.key().open())));
        return new JwtConsumerBuilder()
                .setVerificationKey(open)
                .setExpectedIssuer(OWN)
                .setExpectedAudience("interlude")
                .setEvaluationTime(org.jose4j.jwt.NumericDate.fromSeconds(NOW.getEpochSecond()))
                .build()
                .process(token);
    }

    @Test
    void a_token_says_what_those_of_the_deployment_say_and_what_it_is_for() throws Exception {
        var said = verified(OWN);
        var header = said.getJoseObjects().getFirst();
        assertThat(header.getAlgorithmHeaderValue()).isEqualTo("RS256");
        assertThat(header.getKeyIdHeaderValue()).isEqualTo(key.id()).hasSize(43);
        assertThat(said.getJwtClaims().getClaimsMap())
                .containsOnlyKeys(
                        "iss",
                        "aud",
                        "sub",
                        "name",
                        "kind",
                        "groups",
                        "jti",
                        "iat",
                        "exp",
                        "token_use")
                .containsEntry("sub", "ana")
                .containsEntry("name", "Ana")
                .containsEntry("kind", "person")
                .containsEntry("jti", "t-1")
                .containsEntry("token_use", "api")
                .containsEntry("groups", List.of("operator", "team:platform"))
                .containsEntry("iat", NOW.getEpochSecond())
                .containsEntry("exp", NOW.getEpochSecond() + 60);
    }

    @Test
    void of_somebody_from_another_issuer_it_says_which_one() throws Exception {
        var claims = verified(OTHER).getJwtClaims();
        assertThat(claims.getIssuer()).isEqualTo(OWN);
        assertThat(claims.getClaimValue("origin")).isEqualTo(OTHER);
    }

    @Test
    void without_a_key_it_says_so_before_anything_is_made() {
        assertThatThrownBy(() -> new TokenSigner(OWN, null).requireKey())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(409);
                            assertThat(problem.code()).isEqualTo("no-signing-key");
                        });
    }
}
