package dev.interlude.planner.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What opens a calendar: 256 random bits that are shown once and kept as their hash. So many bits
 * need neither salt nor a slow hash.
 *
 * @param written {@code ical_} and 43 characters of base64url
 */
public record Secret(String written) {

    /** How many random bytes one is made of. */
    public static final int BYTES = 32;

    private static final Pattern FORM = Pattern.compile("ical_[A-Za-z0-9_-]{43}");

    public static Secret of(byte[] random) {
        return new Secret("ical_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** True when it could be one of ours. */
    public boolean wellFormed() {
        return FORM.matcher(written).matches();
    }

    /** Hex. */
    public String sha256() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(written.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Never the secret, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Secret";
    }
}
