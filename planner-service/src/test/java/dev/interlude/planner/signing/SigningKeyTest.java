package dev.interlude.planner.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.testkit.Tokens;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final String DER = Tokens.key().secret();
    private static final String OPEN = Tokens.key().open();

    private record Given(Optional<String> key, Optional<Path> keyFile) implements SigningConfig {}

    private static @Nullable SigningKey of(String key) {
        return SigningKey.of(new Given(Optional.of(key), Optional.empty()), OPEN);
    }

    private static String pem() {
        String lines =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(Base64.getDecoder().decode(DER));
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    void it_is_written_as_DER_or_PEM_or_lies_in_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key.pem"), pem());
        var der = of(DER);
        assertThat(der).isNotNull();
        assertThat(of(pem())).isEqualTo(der);
        assertThat(SigningKey.of(new Given(Optional.empty(), Optional.of(file)), OPEN))
                .isEqualTo(der);
    }

    @Test
    void without_one_there_is_none() {
        assertThat(SigningKey.of(new Given(Optional.empty(), Optional.empty()), OPEN)).isNull();
        assertThat(of(" ")).isNull();
    }

    @Test
    void one_that_nobody_verifies_with_is_refused_at_the_start() throws Exception {
        var other = KeyPairGenerator.getInstance("RSA");
        other.initialize(2048);
        String foreign =
                Base64.getEncoder()
                        .encodeToString(other.generateKeyPair().getPrivate().getEncoded());
        refused(foreign, "public half");
    }

    @Test
    void what_is_no_key_is_refused_and_not_repeated() throws Exception {
        refused("c2VjcmV0", "PKCS#8");
        refused("%&/", "PKCS#8");
        refused(OPEN, "PKCS#8");
        var small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        String weak =
                Base64.getEncoder()
                        .encodeToString(small.generateKeyPair().getPrivate().getEncoded());
        refused(weak, "fewer than 2048 bits");
        assertThatThrownBy(() ->
                        SigningKey.of(
                                new Given(Optional.empty(), Optional.of(Path.of("/no/such"))),
                                OPEN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("/no/such");
    }

    private static void refused(String key, String why) {
        assertThatThrownBy(() -> of(key))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain(key)
                .doesNotContain("\n");
    }

    @Test
    void it_does_not_print_itself() {
        assertThat(String.valueOf(of(DER))).startsWith("SigningKey ").doesNotContain("RSA", DER);
    }
}
