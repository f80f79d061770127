package dev.interlude.systemtests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser: the one that is installed; none is downloaded. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final List<Path> PLACES =
            List.of(
                    Path.of("/usr/bin/chromium"),
                    Path.of("/usr/bin/chromium-browser"),
                    Path.of("/usr/bin/google-chrome"));

    /** Skips the test when {@code -Dbrowser} says off, or auto and there is none. */
    static Chromium start() {
        String wanted = System.getProperty("browser", "auto");
        assumeTrue(!wanted.equals("off"), "-Dbrowser=off");
        Optional<Path> installed = installed();
        if (wanted.equals("required") && installed.isEmpty()) {
            throw new AssertionError("-Dbrowser=required, but there is no Chromium in " + PLACES);
        }
        assumeTrue(installed.isPresent(), "no Chromium is installed");
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(installed.orElseThrow())
                        .setArgs(List.of("--no-sandbox"));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> installed() {
        String named = System.getenv("CHROMIUM");
        return Stream.concat(Stream.ofNullable(named).map(Path::of), PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }
}
