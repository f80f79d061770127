package dev.interlude.planner.signing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The deployment's private key, in one of two ways; the planner alone has it. Without one no API
 * tokens are made.
 */
@ConfigMapping(prefix = "interlude.signing")
public interface SigningConfig {

    /** {@code INTERLUDE_SIGNING_KEY}: RSA, PKCS#8, as PEM or as base64 of the DER form. */
    Optional<String> key();

    /** {@code INTERLUDE_SIGNING_KEY_FILE}: a file that holds the same. */
    Optional<Path> keyFile();
}
