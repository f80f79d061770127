package dev.interlude.notifier.view.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interlude.eventlog.LogJson;
import dev.interlude.notifier.Site;
import dev.interlude.notifier.view.answer.Rendered;
import java.time.Instant;
import java.util.List;

/** The feed as JSON Feed 1.1. */
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        List<Item> items) {

    static final String TYPE = "application/feed+json";

    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<String> tags) {

        static Item of(Entry it) {
            return new Item(
                    it.id(),
                    it.link(),
                    it.title(),
                    it.text() + "\n\n" + it.times() + "\n" + it.impacts(),
                    it.published(),
                    it.updated(),
                    it.components());
        }
    }

    static Rendered of(Feed feed, Site site) {
        var json =
                new JsonFeed(
                        "https://jsonfeed.org/version/1.1",
                        feed.title(),
                        feed.home(),
                        site.at("/feed.json" + feed.query()),
                        feed.entries().stream().map(Item::of).toList());
        return Rendered.of(TYPE, LogJson.write(json));
    }
}
