package dev.interlude.story;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a story is played.
 *
 * @param frontDoor the one origin, for example {@code http://localhost:8080}
 * @param services the four services' own addresses; only the clock is moved there
 * @param tokens bearer token by first name in lower case
 */
public record Stage(URI frontDoor, List<URI> services, Map<String, String> tokens) {

    public Stage {
        services = List.copyOf(services);
        tokens = Map.copyOf(tokens);
    }

    /** Reads the tokens from {@code <data>/tokens.env}. */
    public static Map<String, String> tokens(Path data) throws IOException {
        Map<String, String> tokens = new HashMap<>();
        for (String line : Files.readAllLines(data.resolve("tokens.env"))) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                tokens.put(
                        line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        line.substring(equals + 1).strip());
            }
        }
        return tokens;
    }

    String token(String who) {
        String token = tokens.get(who);
        if (token == null) {
            throw new IllegalArgumentException("there is no token of " + who);
        }
        return token;
    }
}
