package dev.interlude.runner;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the runner is told: a properties file, and over it the environment ({@code grace} is {@code
 * INTERLUDE_RUNNER_GRACE}).
 *
 * @param service address of the service or of what stands in front of it
 * @param token of this runner
 * @param scripts folder that holds the scripts
 * @param state folder of its own, for what must outlive it
 * @param parallel how many scripts run at once
 * @param timeout after which every script is stopped, whatever its step says
 * @param grace between asking a script to end and ending it
 * @param drain how long running scripts may go on when the runner is stopped
 * @param path the PATH of scripts
 * @param probes addresses under which probes may be made
 * @param proxy http://host:port, with user:password@ where it needs one; null for none
 * @param noProxy hosts that are reached directly
 */
record Settings(
        URI service,
        String token,
        Path scripts,
        Path state,
        int parallel,
        Duration timeout,
        Duration grace,
        Duration drain,
        String path,
        List<String> probes,
        @Nullable URI proxy,
        List<String> noProxy) {

    private static final Set<String> KEYS =
            Set.of(
                    "service",
                    "token",
                    "token-file",
                    "scripts",
                    "state",
                    "parallel",
                    "timeout",
                    "grace",
                    "drain",
                    "path",
                    "probes",
                    "proxy",
                    "no-proxy");

    private static final String USUAL_PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    static Settings read(@Nullable Path file, Map<String, String> environment) throws BadSettings {
        var values = new Properties();
        if (file != null) {
            load(file, values);
        }
        for (String key : KEYS) {
            String name = "INTERLUDE_RUNNER_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
            String value = environment.get(name);
            if (value != null) {
                values.setProperty(key, value);
            }
        }
        Set<String> unknown = new TreeSet<>(values.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new BadSettings("unknown setting: " + String.join(", ", unknown));
        }
        URI service = uri("service", needed(values, "service"));
        return new Settings(
                service,
                token(values),
                folder(values, "scripts"),
                Path.of(needed(values, "state")),
                number(values, "parallel", 2, 32),
                duration(values, "timeout", "PT1H"),
                duration(values, "grace", "PT10S"),
                duration(values, "drain", "PT30S"),
                values.getProperty("path", USUAL_PATH),
                probes(values),
                proxy(values, environment, service),
                list(
                        values.getProperty(
                                "no-proxy", first(environment, "NO_PROXY", "no_proxy", ""))));
    }

    private static void load(Path file, Properties into) throws BadSettings {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            into.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSettings("the file " + file + " can't be read: " + e.getMessage());
        }
    }

    private static String needed(Properties values, String key) throws BadSettings {
        String value = values.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new BadSettings("the setting " + key + " is missing");
        }
        return value.strip();
    }

    private static String token(Properties values) throws BadSettings {
        String file = values.getProperty("token-file");
        String token;
        try {
            token =
                    file == null
                            ? needed(values, "token")
                            : Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new BadSettings("the file of the token can't be read: " + file);
        }
        if (!token.matches("ilr_[A-Za-z0-9_-]{43}")) {
            throw new BadSettings("the token is none: it begins with ilr_ and has 47 characters");
        }
        return token;
    }

    private static Path folder(Properties values, String key) throws BadSettings {
        Path folder = Path.of(needed(values, key));
        if (!Files.isDirectory(folder)) {
            throw new BadSettings(key + ": there is no folder " + folder);
        }
        return folder;
    }

    private static int number(Properties values, String key, int usual, int most)
            throws BadSettings {
        String value = values.getProperty(key, Integer.toString(usual)).strip();
        if (!value.matches("\\d{1,4}")
                || Integer.parseInt(value) < 1
                || Integer.parseInt(value) > most) {
            throw new BadSettings(key + ": a number from 1 to " + most + ", not " + value);
        }
        return Integer.parseInt(value);
    }

    private static Duration duration(Properties values, String key, String usual)
            throws BadSettings {
        String value = values.getProperty(key, usual).strip();
        try {
            Duration duration = Duration.parse(value);
            if (duration.isPositive() && duration.compareTo(Duration.ofHours(24)) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new BadSettings(key + ": an ISO 8601 duration such as PT30S, not " + value);
        }
        throw new BadSettings(key + ": more than nothing, at most 24 hours, not " + value);
    }

    private static List<String> probes(Properties values) throws BadSettings {
        List<String> probes = list(values.getProperty("probes", ""));
        for (String probe : probes) {
            URI prefix = uri("probes", probe);
            if (prefix.getPath() == null || !prefix.getPath().endsWith("/")) {
                throw new BadSettings("probes: an address that ends with /, not " + probe);
            }
        }
        return probes;
    }

    private static @Nullable URI proxy(
            Properties values, Map<String, String> environment, URI service) throws BadSettings {
        boolean secure = "https".equals(service.getScheme());
        String usual =
                secure
                        ? first(environment, "HTTPS_PROXY", "https_proxy", "")
                        : first(environment, "http_proxy", "http_proxy", "");
        String value = values.getProperty("proxy", usual).strip();
        if (value.isEmpty()) {
            return null;
        }
        URI proxy = uri("proxy", value.contains("://") ? value : "http://" + value);
        if (proxy.getPort() < 1) {
            throw new BadSettings("proxy: an address with a port, not " + value);
        }
        return proxy;
    }

    private static URI uri(String key, String value) throws BadSettings {
        try {
            var uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new BadSettings(key + ": an http or https address, not " + value);
        }
        throw new BadSettings(key + ": an http or https address, not " + value);
    }

    private static String first(
            Map<String, String> environment, String one, String other, String otherwise) {
        String value = environment.get(one);
        return value == null ? environment.getOrDefault(other, otherwise) : value;
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
