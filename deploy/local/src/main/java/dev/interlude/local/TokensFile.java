package dev.interlude.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code tokens.env}: a line {@code ANA=<token>} per person, to be read by a shell. */
final class TokensFile {

    private static final Duration RENEW_AFTER = Duration.ofDays(20);

    private final Path file;

    TokensFile(Path file) {
        this.file = file;
    }

    /** Makes the tokens unless all are there and good for some days more. */
    void ensure(SigningKey key) {
        if (!isFresh()) {
            String lines =
                    People.all().entrySet().stream()
                            .map(person ->
                                    person.getKey().toUpperCase(Locale.ROOT)
                                            + "="
                                            + person.getValue().signedWith(key)
                                            + "\n")
                            .collect(Collectors.joining());
            // a second token of the same person, as a phone would have one
            Settings.write(file, lines + "ANA_2=" + People.of("ana").signedWith(key) + "\n");
        }
    }

    /** Tokens by first name in lower case. */
    Map<String, String> read() {
        var tokens = new HashMap<String, String>();
        for (String line : lines()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                tokens.put(
                        line.substring(0, equals).toLowerCase(Locale.ROOT),
                        line.substring(equals + 1));
            }
        }
        return tokens;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new LocalFailure(file + " can't be read: is there a run with this --data?", e);
        }
    }

    private boolean isFresh() {
        try {
            return Files.exists(file)
                    && Files.getLastModifiedTime(file)
                            .toInstant()
                            .isAfter(Instant.now().minus(RENEW_AFTER))
                    && read().keySet().containsAll(People.all().keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
