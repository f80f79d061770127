package dev.interlude.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** Keys and passwords of a local run: made once, kept with its data, known to nobody else. */
public final class Secrets {

    private final Path file;
    private final Properties known;

    private Secrets(Path file) {
        this.file = file;
        this.known = Settings.load(file);
    }

    static Secrets in(Path file) {
        return new Secrets(file);
    }

    /** The key that signs the tokens of this run. */
    public SigningKey signingKey() {
        return SigningKey.parse(keep("signing-key", () -> SigningKey.generate().secret()));
    }

    /** {@code INTERLUDE_PEOPLE_KEY}, base64. */
    String peopleKey() {
        return keep("people-key", Secrets::random);
    }

    /** The password of a database role. */
    public String password(String role) {
        return keep("password." + role, Secrets::random);
    }

    private synchronized String keep(String name, Supplier<String> make) {
        String value = known.getProperty(name);
        if (value == null) {
            value = make.get();
            known.setProperty(name, value);
            Settings.save(file, known, "of this local run; delete the folder to forget them");
        }
        return value;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
