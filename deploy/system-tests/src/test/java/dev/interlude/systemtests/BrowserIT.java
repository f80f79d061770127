package dev.interlude.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.interlude.story.Demo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader with a browser sees when a running maintenance has been extended. */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserIT {

    private static final Path DOCS = Path.of("..", "..", "docs", "images", "status-page.png");
    private static final Path TARGET = Path.of("target", "status-page.png");
    private static final int MANY = 60;

    @TempDir static Path folder;

    private Chromium chromium;
    private Night night;
    private String number;

    @BeforeAll
    void begin() {
        chromium = Chromium.start();
        night = Night.in(folder);
        number = night.player().playUntil(Demo.UNTIL).get("number");
    }

    @AfterAll
    void end() {
        if (night != null) {
            night.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, LIGHT", "/, DARK",
        "/history, LIGHT", "/history, DARK",
        "/maintenance/, LIGHT", "/maintenance/, DARK"
    })
    void no_rule_of_accessibility_is_broken(String path, ColorScheme scheme) {
        try (Page page = open(path.equals("/maintenance/") ? path + number : path, scheme)) {
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                    .isEmpty();
        }
    }

    @Test
    void all_links_are_reached_by_keyboard_in_the_order_of_reading() {
        try (Page page = open("/", ColorScheme.LIGHT)) {
            List<String> reached = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                page.keyboard().press("Tab");
                String link =
                        (String)
                                page.evaluate(
                                        "() => document.activeElement === document.body ? '' :"
                                                + " document.activeElement.textContent.trim()");
                if (link.isEmpty()) {
                    break;
                }
                reached.add(link);
            }
            assertThat(reached).first().isEqualTo("Skip to the content");
            assertThat(reached)
                    .containsSubsequence(
                            page.locator("a").allInnerTexts().stream().map(String::strip).toList());
        }
    }

    @Test
    void the_skip_link_leads_to_the_content() {
        try (Page page = open("/", ColorScheme.LIGHT)) {
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("main");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void at_twice_the_size_nothing_is_cut_off(ColorScheme scheme) {
        try (Page page = open("/", scheme)) {
            page.setViewportSize(640, 400);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(640);
        }
    }

    @Test
    void without_javascript_the_page_says_the_same() {
        try (var context =
                        chromium.browser()
                                .newContext(
                                        new Browser.NewContextOptions()
                                                .setJavaScriptEnabled(false));
                Page page = context.newPage()) {
            page.navigate(night.stage().frontDoor().resolve("/").toString());
            assertThat(page.locator("main").innerText())
                    .contains("Move RabbitMQ to the new cluster", "05:00");
        }
    }

    /** The picture in the README is taken here: {@code -Dpicture.write=true} puts it there. */
    @Test
    void the_page_is_worth_a_picture() {
        Path picture = Boolean.getBoolean("picture.write") ? DOCS : TARGET;
        try (Page page = open("/", ColorScheme.LIGHT)) {
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        }
        assertThat(picture).isNotEmptyFile();
    }

    private Page open(String path, ColorScheme scheme) {
        Page page = chromium.browser().newPage();
        page.setViewportSize(1120, 900);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(scheme));
        page.navigate(night.stage().frontDoor().resolve(path).toString());
        return page;
    }
}
