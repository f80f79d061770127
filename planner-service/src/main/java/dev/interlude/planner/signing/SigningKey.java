package dev.interlude.planner.signing;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * An RSA key that signs.
 *
 * @param id {@code kid}: the thumbprint of the public half (RFC 7638, SHA-256)
 * @param secret the private half
 */
record SigningKey(String id, PrivateKey secret) {

    private static final int FEWEST_BITS = 2_048;

    /**
     * The key that is configured; null when none is.
     *
     * @param publicKey base64 of the X.509 form that the services verify with; null when they have
     *     none
     * @throws ConfigurationException in one line, when it can't be read or is another one
     */
    static @Nullable SigningKey of(SigningConfig config, @Nullable String publicKey) {
        String written = config.key().orElse(null);
        if (written == null) {
            Path file = config.keyFile().orElse(null);
            written = file == null ? null : read(file);
        }
        return written == null || written.isBlank() ? null : of(written, publicKey);
    }

    private static SigningKey of(String written, @Nullable String publicKey) {
        RSAPrivateCrtKey secret = parsed(written);
        if (secret.getModulus().bitLength() < FEWEST_BITS) {
            throw new ConfigurationException(
                    "the signing key has fewer than " + FEWEST_BITS + " bits");
        }
        RSAPublicKey open = publicHalf(secret);
        String known = Base64.getEncoder().encodeToString(open.getEncoded());
        if (publicKey == null || !known.equals(publicKey.replaceAll("\\s", ""))) {
            throw new ConfigurationException(
                    "the signing key is not the one whose public half the services verify with"
                            + " (interlude.local.public-key)");
        }
        String id = new RsaJsonWebKey(open).calculateBase64urlEncodedThumbprint("SHA-256");
        return new SigningKey(id, secret);
    }

    private static RSAPrivateCrtKey parsed(String written) {
        try {
            if (KeyUtils.decodePrivateKey(written) instanceof RSAPrivateCrtKey key) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // what it was must not stand in any log
        }
        throw new ConfigurationException(
                "the signing key is no RSA key in PKCS#8 (PEM, or base64 of the DER form)");
    }

    private static RSAPublicKey publicHalf(RSAPrivateCrtKey secret) {
        try {
            var spec = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is part of every JDK", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigurationException("the signing key can't be read from " + file);
        }
    }

    /** Never the key, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
