package dev.interlude.notifier.view.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.interlude.eventlog.LogJson;
import dev.interlude.notifier.Sample;
import dev.interlude.notifier.Site;
import dev.interlude.notifier.Templates;
import dev.interlude.notifier.TestSite;
import dev.interlude.notifier.view.answer.Rendered;
import dev.interlude.notifier.view.board.Board;
import dev.interlude.notifier.view.board.Editions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedTest {

    private final Site site = new TestSite();
    private final EntryHtml html = new EntryHtml(Templates.engine());

    private Feed feed(Board board) {
        return Feed.of(board, Optional.empty(), site);
    }

    private static SyndFeed parsed(Rendered rendered) throws Exception {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(rendered.bytes())));
    }

    @Test
    void atom_has_an_entry_per_notice_newest_first() throws Exception {
        SyndFeed atom = parsed(AtomFeed.of(feed(Editions.of(Sample.night())), site, html));
        assertThat(atom.getFeedType()).isEqualTo("atom_1.0");
        assertThat(atom.getUri()).isEqualTo("https://status.example/feed.atom");
        assertThat(atom.getEntries())
                .extracting(SyndEntry::getTitle)
                .startsWith("Completed: RabbitMQ moves to a new cluster")
                .endsWith("Announced: RabbitMQ moves to a new cluster")
                .hasSize(10);
        SyndEntry extended = atom.getEntries().get(5);
        assertThat(extended.getUri()).isEqualTo("urn:uuid:00000000-0000-008e-0000-000000000006");
        assertThat(extended.getLink()).isEqualTo("https://status.example/maintenance/M-142#n5");
        assertThat(extended.getUpdatedDate().toInstant())
                .isEqualTo(Instant.parse("2026-11-28T02:07:00Z"));
        assertThat(extended.getContents().getFirst().getValue())
                .contains("now ends at Sat 28 Nov, 05:00 CET instead of Sat 28 Nov, 04:00 CET")
                .contains("Builds: Outage; API: Degraded");
    }

    @Test
    void rss_tells_the_same() throws Exception {
        SyndFeed rss = parsed(RssFeed.of(feed(Editions.of(Sample.night())), html));
        assertThat(rss.getFeedType()).isEqualTo("rss_2.0");
        assertThat(rss.getEntries()).hasSize(10);
        assertThat(rss.getEntries().getFirst().getUri()).startsWith("urn:uuid:");
    }

    @Test
    void json_tells_the_same() throws Exception {
        JsonNode json =
                LogJson.mapper()
                        .readTree(JsonFeed.of(feed(Editions.of(Sample.night())), site).bytes());
        assertThat(json.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.path("items")).hasSize(10);
    }

    @Test
    void one_component_has_a_feed_of_its_own() throws Exception {
        Board board = Editions.of(new Sample().planned().announced());
        Feed other = Feed.of(board, Optional.of("web"), site);
        SyndFeed atom = parsed(AtomFeed.of(other, site, html));
        assertThat(atom.getEntries()).isEmpty();
        assertThat(atom.getUri()).isEqualTo("https://status.example/feed.atom?component=web");
        assertThat(Feed.of(board, Optional.of("api"), site).entries()).hasSize(1);
    }

    @Test
    void an_empty_board_is_a_valid_feed() throws Exception {
        assertThat(parsed(AtomFeed.of(feed(Editions.of()), site, html)).getEntries()).isEmpty();
        assertThat(parsed(RssFeed.of(feed(Editions.of()), html)).getEntries()).isEmpty();
    }

    @Test
    void titles_and_texts_can_not_break_out() throws Exception {
        Sample sample =
                new Sample()
                        .planned()
                        .then(
                                "WindowRevised",
                                "2026-11-20T09:01:00Z",
                                "{'title':'<b>&]]>\\u0000','publicText':{'en':'<script>x</script>'}}")
                        .announced();
        SyndFeed atom = parsed(AtomFeed.of(feed(Editions.of(sample)), site, html));
        assertThat(atom.getEntries().getFirst().getTitle()).isEqualTo("Announced: <b>&]]>");
        assertThat(atom.getEntries().getFirst().getContents().getFirst().getValue())
                .contains("&lt;script&gt;x&lt;/script&gt;");
    }

    @Test
    void nothing_internal_is_in_a_feed() {
        Feed feed = feed(Editions.of(Sample.night()));
        for (Rendered rendered :
                new Rendered[] {
                    AtomFeed.of(feed, site, html), RssFeed.of(feed, html), JsonFeed.of(feed, site)
                }) {
            assertThat(new String(rendered.bytes(), StandardCharsets.UTF_8))
                    .doesNotContain(Sample.CANARY);
        }
    }
}
