package dev.interlude.notifier.view.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.interlude.notifier.Site;
import dev.interlude.notifier.view.answer.Rendered;
import java.util.Date;
import java.util.List;

/** The feed as Atom 1.0 (RFC 4287). */
final class AtomFeed {

    static final String TYPE = "application/atom+xml;charset=utf-8";

    private AtomFeed() {}

    static Rendered of(Feed feed, Site site, EntryHtml html) {
        var atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        String self = site.at("/feed.atom" + feed.query());
        atom.setId(self);
        atom.setTitle(feed.title());
        atom.setUpdated(Date.from(feed.updated()));
        atom.setAuthors(List.of(author(site)));
        atom.setAlternateLinks(List.of(link("alternate", "text/html", feed.home())));
        atom.setOtherLinks(List.of(link("self", "application/atom+xml", self)));
        atom.setEntries(feed.entries().stream().map(e -> entry(e, html)).toList());
        try {
            return Rendered.of(TYPE, new WireFeedOutput().outputString(atom));
        } catch (FeedException e) {
            throw new IllegalStateException("a feed without required elements", e);
        }
    }

    private static com.rometools.rome.feed.atom.Entry entry(Entry it, EntryHtml html) {
        var entry = new com.rometools.rome.feed.atom.Entry();
        entry.setId(it.id());
        entry.setTitle(it.title());
        entry.setPublished(Date.from(it.published()));
        entry.setUpdated(Date.from(it.updated()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", it.link())));
        entry.setCategories(it.components().stream().map(AtomFeed::category).toList());
        var content = new Content();
        content.setType("html");
        content.setValue(html.of(it));
        entry.setContents(List.of(content));
        return entry;
    }

    private static SyndPerson author(Site site) {
        var author = new Person();
        author.setName(site.title());
        return author;
    }

    private static Category category(String component) {
        var category = new Category();
        category.setTerm(component);
        return category;
    }

    private static Link link(String relation, String type, String address) {
        var link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(address);
        return link;
    }
}
