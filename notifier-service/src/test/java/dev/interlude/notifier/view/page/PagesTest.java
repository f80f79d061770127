package dev.interlude.notifier.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlude.notifier.Sample;
import dev.interlude.notifier.Templates;
import dev.interlude.notifier.TestSite;
import dev.interlude.notifier.view.board.Editions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final Pages pages = new Pages(Templates.engine(), new TestSite());

    private String status(Sample... samples) throws Exception {
        String html = text(pages.status(Editions.of(samples)).bytes());
        keep("status-" + samples.length, html);
        return html;
    }

    private String maintenance(Sample sample) throws Exception {
        var window = Editions.of(sample).window("M-142").orElseThrow();
        String html = text(pages.maintenance(window).bytes());
        keep("maintenance", html);
        return html;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** For whoever wants to look at them. */
    private static void keep(String name, String html) throws Exception {
        Path folder = Path.of("target", "pages");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".html"), html);
    }

    private static Sample running() {
        return new Sample().planned().announced().started();
    }

    private static String squeezed(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void where_nothing_runs_the_page_says_so_and_no_more() throws Exception {
        assertThat(status())
                .contains("<h1>No maintenance under way</h1>")
                .contains("Nothing is announced.")
                .doesNotContain("operational");
    }

    @Test
    void a_moved_window_names_both_starts() throws Exception {
        assertThat(squeezed(maintenance(new Sample().planned().announced().moved())))
                .contains("Start, moved before: Sat 28 Nov 2026, 02:00 CET")
                .contains("now: Sat 5 Dec 2026, 02:00 CET")
                .contains("Start before: Sat 28 Nov 2026, 02:00 CET")
                .contains("start now: Sat 5 Dec 2026, 02:00 CET");
        assertThat(squeezed(status(new Sample().planned().announced().moved())))
                .contains("Builds stop from Sat 5 Dec, 02:00 CET")
                .doesNotContain("28 Nov, 02:00 CET");
    }

    @Test
    void a_window_that_is_late_to_start_says_so() throws Exception {
        Sample late = new Sample().planned().announced().delayed();
        assertThat(squeezed(status(late))).contains("RabbitMQ moves to a new cluster Delayed");
        assertThat(squeezed(maintenance(late))).contains("and has not started yet.");
    }

    @Test
    void an_announced_window_is_next() throws Exception {
        String page = squeezed(status(new Sample().planned().announced()));
        assertThat(page)
                .contains("No maintenance under way")
                .contains("Next: RabbitMQ moves to a new cluster, Sat 28 Nov 2026, 02:00 CET.")
                .contains("Builds stop from Sat 28 Nov, 02:00 CET to Sat 28 Nov, 04:00 CET.")
                .contains("Builds: Outage")
                .contains("Announced");
    }

    @Test
    void an_extension_shows_the_old_and_the_new_end() throws Exception {
        String page = status(running().progressed().extended());
        assertThat(page).contains("<h1>Maintenance under way</h1>").contains("<s>").contains("→");
        assertThat(squeezed(page))
                .contains("It was extended and now ends on Sat 28 Nov 2026, 05:00 CET.")
                .contains("End, extended before: 04:00 CET → now: 05:00 CET")
                .contains("Next update by 03:00 CET")
                .contains("In progress");
    }

    @Test
    void an_overrun_window_says_so() throws Exception {
        assertThat(squeezed(status(running().overran())))
                .contains("In progress, overrun")
                .contains("It was to end on Sat 28 Nov 2026, 04:00 CET and is still under way.");
    }

    @Test
    void what_runs_stands_before_what_comes_and_what_was() throws Exception {
        Sample upcoming = new Sample(new UUID(5, 5).toString(), 143).planned().announced();
        Sample over =
                new Sample(new UUID(6, 6).toString(), 141)
                        .planned()
                        .announced()
                        .started()
                        .completed();
        String page = status(over, upcoming, running().extended());
        assertThat(page.indexOf("id=\"running\""))
                .isPositive()
                .isLessThan(page.indexOf("id=\"upcoming\""));
        assertThat(page.indexOf("id=\"upcoming\"")).isLessThan(page.indexOf("id=\"recent\""));
    }

    @Test
    void the_page_of_a_window_tells_all_notices_newest_first() throws Exception {
        String page = maintenance(Sample.night());
        assertThat(page.indexOf("<h3>Completed</h3>"))
                .isPositive()
                .isLessThan(page.indexOf("<h3>Extended</h3>"));
        assertThat(page.indexOf("<h3>Extended</h3>"))
                .isLessThan(page.indexOf("<h3>Announced</h3>"));
        assertThat(squeezed(page))
                .contains("Ended 04:41 CET")
                .contains("Announced end before the extension: 04:00 CET → 05:00 CET")
                .contains("Maintenance M-142");
    }

    @Test
    void the_history_is_by_month() throws Exception {
        String page = text(pages.history(Editions.of(Sample.night())).bytes());
        keep("history", page);
        assertThat(squeezed(page)).contains("November 2026").contains("Completed");
    }

    @Test
    void every_icon_that_is_used_exists() throws Exception {
        String page = maintenance(Sample.night()) + status(running().overran());
        assertThat(page.split("<svg", -1)).hasSizeGreaterThan(15);
    }

    @Test
    void what_people_wrote_can_not_break_out() throws Exception {
        Sample sample =
                new Sample()
                        .planned()
                        .then(
                                "WindowRevised",
                                "2026-11-20T09:01:00Z",
                                "{'title':'<img src=x onerror=alert(1)> \\u0022',"
                                        + "'publicText':{'en':'<script>alert(1)</script>'},"
                                        + "'components':[{'id':'a','name':'<i>A</i>',"
                                        + "'impact':'OUTAGE'}]}")
                        .announced();
        for (String page : new String[] {status(sample), maintenance(sample)}) {
            assertThat(page)
                    .doesNotContain("<img")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<i>A")
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        }
    }

    @Test
    void nothing_internal_is_on_a_page() throws Exception {
        assertThat(status(Sample.night()) + maintenance(Sample.night()))
                .doesNotContain(Sample.CANARY);
    }

    @Test
    void nothing_is_inline_that_the_content_policy_forbids() throws Exception {
        assertThat(status(running().extended()))
                .doesNotContain("style=")
                .doesNotContain("<style")
                .doesNotContain(" onclick")
                .doesNotContainPattern("<script(?! src=\"/assets/)");
    }
}
