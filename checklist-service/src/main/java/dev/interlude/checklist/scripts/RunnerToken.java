package dev.interlude.checklist.scripts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The token of a runner: {@code ilr_} and 256 random bits. It is shown once, when it is made; only
 * its SHA-256 is kept, which is enough for what can't be guessed.
 */
final class RunnerToken {

    static final String PREFIX = "ilr_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RunnerToken() {}

    static String make() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** What it is recognised by, hexadecimal. */
    static String sha256(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
