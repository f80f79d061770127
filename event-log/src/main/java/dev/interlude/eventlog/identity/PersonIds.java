package dev.interlude.eventlog.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns (issuer, subject) into the opaque id that stands in events: the first 26 base32 characters
 * (RFC 4648, lower case) of HMAC-SHA256 over issuer, line feed, subject, under the deployment's
 * people key. {@code p-} for persons, {@code m-} for machines.
 */
public final class PersonIds {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private final SecretKeySpec key;

    public PersonIds(byte[] peopleKey) {
        if (peopleKey.length < 16) {
            throw new IllegalArgumentException("the people key needs at least 16 bytes");
        }
        this.key = new SecretKeySpec(peopleKey, "HmacSHA256");
    }

    /** The id of a person: {@code p-…}. */
    public String person(String issuer, String subject) {
        return "p-" + digest(issuer, subject);
    }

    /** The id of a machine: {@code m-…}. */
    public String machine(String issuer, String subject) {
        return "m-" + digest(issuer, subject);
    }

    private String digest(String issuer, String subject) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return base32(
                    mac.doFinal((issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8)), 26);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    private static String base32(byte[] bytes, int characters) {
        var out = new StringBuilder(characters);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5 && out.length() < characters) {
                out.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
                bits -= 5;
            }
            buffer &= (1 << bits) - 1;
        }
        return out.toString();
    }
}
