package dev.interlude.notifier.view.feed;

import dev.interlude.notifier.Site;
import dev.interlude.notifier.notice.AffectedComponent;
import dev.interlude.notifier.view.board.PublicNotice;
import dev.interlude.notifier.view.wording.NoticeText;
import dev.interlude.notifier.view.wording.Plain;
import dev.interlude.notifier.view.wording.StandaloneText;
import dev.interlude.notifier.view.wording.Times;
import dev.interlude.notifier.view.wording.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A notice as an entry of a feed; all formats show the same.
 *
 * @param id {@code urn:uuid:} and the notice's id: stable for ever
 * @param text plain text; may have several lines
 * @param times start and end in the window's zone
 * @param impacts components with their impact, in words
 * @param components ids of the components
 */
public record Entry(
        String id,
        String title,
        String link,
        String text,
        String language,
        String times,
        String impacts,
        List<String> components,
        Instant published,
        Instant updated) {

    static Entry of(PublicNotice it, Site site) {
        var window = it.window();
        var notice = it.notice();
        ZoneId zone = Times.zone(window.zone());
        return new Entry(
                "urn:uuid:" + notice.noticeId(),
                Words.of(notice.kind()) + ": " + Plain.of(window.title()),
                site.at("/maintenance/" + notice.number() + "#n" + notice.ordinal()),
                StandaloneText.of(it),
                NoticeText.of(it).language(),
                Times.full(window.start(), zone)
                        + " – "
                        + Times.beside(window.start(), window.end(), zone),
                impacts(window.components()),
                window.components().stream().map(AffectedComponent::id).toList(),
                it.occurredAt(),
                it.publishedAt());
    }

    private static String impacts(List<AffectedComponent> components) {
        return String.join(
                "; ",
                components.stream()
                        .map(c -> Plain.of(c.name()) + ": " + Words.of(c.impact()))
                        .toList());
    }
}
