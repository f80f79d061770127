package dev.interlude.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    private static byte[] read(String name) throws IOException {
        String path = "/META-INF/resources/assets/" + name;
        try (InputStream in = AssetsTest.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError(path + " is missing");
            }
            return in.readAllBytes();
        }
    }

    private static int packed(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(read(name));
        }
        return out.size();
    }

    @Test
    void addresses_carry_a_digest_of_the_content() {
        assertThat(Assets.css()).matches("/assets/interlude\\.css\\?v=[0-9a-f]{12}");
        assertThat(Assets.live()).matches("/assets/live\\.js\\?v=[0-9a-f]{12}");
        assertThat(Assets.icon()).matches("/assets/icon\\.svg\\?v=[0-9a-f]{12}");
    }

    @Test
    void style_and_script_together_are_small() throws IOException {
        assertThat(packed("interlude.css") + packed("live.js")).isLessThan(40_000);
    }

    /** WCAG 2.2, 1.4.3: text on what it stands on, in light and in dark. */
    @Test
    void every_colour_of_text_can_be_read_on_its_ground() throws IOException {
        String css = new String(read("interlude.css"), UTF_8);
        int dark = css.indexOf("prefers-color-scheme: dark");
        var tooWeak = new ArrayList<String>();
        for (Map<String, String> scheme : List.of(tokens(css, 0), tokens(css, dark))) {
            for (String text : List.of("ink", "soft", "accent", "good", "work", "warn", "bad")) {
                for (String ground : grounds(text)) {
                    double ratio = contrast(scheme, text, ground);
                    if (ratio < 4.5) {
                        tooWeak.add(text + " on " + ground + ": " + ratio);
                    }
                }
            }
        }
        assertThat(tooWeak).isEmpty();
    }

    private static List<String> grounds(String text) {
        return text.equals("ink") || text.equals("soft")
                ? List.of("paper", "card")
                : List.of("paper", "card", text + "-wash");
    }

    private static Map<String, String> tokens(String css, int from) {
        var tokens = new LinkedHashMap<String, String>();
        var found = TOKEN.matcher(css.substring(from));
        while (found.find()) {
            tokens.putIfAbsent(found.group(1), found.group(2));
        }
        return tokens;
    }

    private static double contrast(Map<String, String> scheme, String one, String other) {
        double a = luminance(colour(scheme, one));
        double b = luminance(colour(scheme, other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static String colour(Map<String, String> scheme, String name) {
        String colour = scheme.get(name);
        if (colour == null) {
            throw new AssertionError("there is no colour --" + name);
        }
        return colour;
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1)
                + 0.7152 * channel(colour, 3)
                + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
