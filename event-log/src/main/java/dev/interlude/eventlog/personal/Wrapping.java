package dev.interlude.eventlog.personal;

import dev.interlude.eventlog.LogConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Wraps the keys of persons with the deployment's secret. */
@ApplicationScoped
class Wrapping {

    private final LogConfig.Personal config;

    Wrapping(LogConfig config) {
        this.config = config.personal();
    }

    /** Whether this service seals texts at all. */
    boolean isUsed() {
        return config.seals();
    }

    byte[] wrap(UUID id, byte[] key) {
        return Aes.seal(secret(), key, about(id));
    }

    /** The key; null when the secret is not the one it was wrapped with. */
    byte @Nullable [] unwrap(UUID id, byte[] wrapped) {
        return Aes.open(secret(), wrapped, about(id));
    }

    /** The deployment's secret, or why there is none, in one line. */
    byte[] secret() {
        if (!config.seals()) {
            throw new ConfigurationException(
                    "this service seals texts: set interlude.personal.seals in its"
                            + " application.yaml");
        }
        byte[] secret = config.key().map(Wrapping::decoded).orElse(new byte[0]);
        if (secret.length != Aes.KEY_BYTES) {
            throw new ConfigurationException(
                    "interlude.personal.key (INTERLUDE_PERSONAL_KEY) must be 32 random bytes in"
                            + " base64: what is kept of persons is sealed with it. Make one with:"
                            + " openssl rand -base64 32");
        }
        return secret;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    static byte[] about(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
