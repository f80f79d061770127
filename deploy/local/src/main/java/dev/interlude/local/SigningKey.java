package dev.interlude.local;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The RSA key that signs local tokens. Its written form is base64 of PKCS#8 for the private key,
 * from which the public one follows; services get only base64 of the X.509 public key.
 */
public final class SigningKey {

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** Makes a new key of 2,048 bits. */
    public static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is part of every JDK", e);
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when it is no such key
     */
    public static SigningKey parse(String base64) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64.strip()));
            var secret = (RSAPrivateCrtKey) rsa.generatePrivate(spec);
            var open = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
            return new SigningKey(new KeyPair(rsa.generatePublic(open), secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an RSA key in PKCS#8", e);
        }
    }

    /** The written form of the private key. */
    public String secret() {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    /** Base64 of the X.509 public key: {@code INTERLUDE_LOCAL_PUBLIC_KEY}. */
    public String open() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    KeyPair pair() {
        return pair;
    }
}
