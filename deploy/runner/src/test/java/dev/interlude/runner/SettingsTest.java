package dev.interlude.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String TOKEN = "ilr_" + "a".repeat(43);

    @TempDir Path folder;

    private Map<String, String> enough() {
        Map<String, String> environment = new HashMap<>();
        environment.put("INTERLUDE_RUNNER_SERVICE", "https://interlude.example.com");
        environment.put("INTERLUDE_RUNNER_TOKEN", TOKEN);
        environment.put("INTERLUDE_RUNNER_SCRIPTS", folder.toString());
        environment.put("INTERLUDE_RUNNER_STATE", folder.resolve("state").toString());
        return environment;
    }

    @Test
    void four_settings_are_enough() throws Exception {
        Settings settings = Settings.read(null, enough());
        assertThat(settings.parallel()).isEqualTo(2);
        assertThat(settings.timeout()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.probes()).isEmpty();
        assertThat(settings.proxy()).isNull();
    }

    @Test
    void the_environment_goes_before_the_file_and_the_token_may_have_a_file_of_its_own()
            throws Exception {
        Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Path file =
                Files.writeString(
                        folder.resolve("runner.properties"),
                        "parallel=4\ngrace=PT1S\nprobes=http://localhost:15672/, https://x/a/\n"
                                + "token-file="
                                + token
                                + "\n");
        Map<String, String> environment = enough();
        environment.remove("INTERLUDE_RUNNER_TOKEN");
        environment.put("INTERLUDE_RUNNER_PARALLEL", "8");
        environment.put("HTTPS_PROXY", "http://proxy:3128");
        Settings settings = Settings.read(file, environment);
        assertThat(settings.token()).isEqualTo(TOKEN);
        assertThat(settings.parallel()).isEqualTo(8);
        assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.probes()).containsExactly("http://localhost:15672/", "https://x/a/");
        assertThat(settings.proxy()).hasToString("http://proxy:3128");
    }

    @Test
    void what_is_wrong_is_said_in_one_line() throws IOException {
        bad("service", "ftp://x", "service: an http or https address, not ftp://x");
        bad("service", "", "the setting service is missing");
        bad("token", "secret", "the token is none: it begins with ilr_ and has 47 characters");
        bad("scripts", "/nowhere", "scripts: there is no folder /nowhere");
        bad("parallel", "0", "parallel: a number from 1 to 32, not 0");
        bad("timeout", "soon", "timeout: an ISO 8601 duration such as PT30S, not soon");
        bad("grace", "PT-1S", "grace: more than nothing, at most 24 hours, not PT-1S");
        bad("probes", "http://x", "probes: an address that ends with /, not http://x");
        bad("proxy", "http://x", "proxy: an address with a port, not http://x");
        Path file = Files.writeString(folder.resolve("r.properties"), "scrips=x\n");
        assertThatThrownBy(() -> Settings.read(file, enough()))
                .isInstanceOf(BadSettings.class)
                .hasMessage("unknown setting: scrips");
        assertThatThrownBy(() -> Settings.read(folder.resolve("none"), enough()))
                .isInstanceOf(BadSettings.class)
                .hasMessageStartingWith("the file ");
    }

    private void bad(String key, String value, String message) {
        Map<String, String> environment = enough();
        environment.put("INTERLUDE_RUNNER_" + key.toUpperCase(java.util.Locale.ROOT), value);
        assertThatThrownBy(() -> Settings.read(null, environment))
                .isInstanceOf(BadSettings.class)
                .hasMessage(message);
    }
}
