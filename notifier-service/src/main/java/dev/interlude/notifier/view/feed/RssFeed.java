package dev.interlude.notifier.view.feed;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.interlude.notifier.view.answer.Rendered;
import java.util.Date;

/** The feed as RSS 2.0. */
final class RssFeed {

    static final String TYPE = "application/rss+xml;charset=utf-8";

    private RssFeed() {}

    static Rendered of(Feed feed, EntryHtml html) {
        var channel = new Channel("rss_2.0");
        channel.setTitle(feed.title());
        channel.setDescription("Announced, running and past maintenance");
        channel.setLink(feed.home());
        channel.setLastBuildDate(Date.from(feed.updated()));
        channel.setItems(feed.entries().stream().map(e -> item(e, html)).toList());
        try {
            return Rendered.of(TYPE, new WireFeedOutput().outputString(channel));
        } catch (FeedException e) {
            throw new IllegalStateException("a feed without required elements", e);
        }
    }

    private static Item item(Entry it, EntryHtml html) {
        var item = new Item();
        item.setTitle(it.title());
        item.setLink(it.link());
        item.setPubDate(Date.from(it.published()));
        item.setCategories(it.components().stream().map(RssFeed::category).toList());
        var guid = new Guid();
        guid.setValue(it.id());
        guid.setPermaLink(false);
        item.setGuid(guid);
        var description = new Description();
        description.setValue(html.of(it));
        item.setDescription(description);
        return item;
    }

    private static Category category(String component) {
        var category = new Category();
        category.setValue(component);
        return category;
    }
}
