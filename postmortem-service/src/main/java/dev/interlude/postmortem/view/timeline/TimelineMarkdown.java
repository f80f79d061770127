package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.decider.Actor;
import dev.interlude.postmortem.view.timeline.TimelineQuery.By;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A page of a timeline as a Markdown table (GitHub), for a report or a terminal. */
final class TimelineMarkdown {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);

    private TimelineMarkdown() {}

    static String of(TimelinePage page, TimelineQuery query) {
        WindowFacts facts = page.facts();
        var out = new StringBuilder();
        out.append("# Timeline of ").append(line(facts.title())).append("\n\n");
        out.append("Times are of ").append(facts.zone()).append(", as ");
        out.append(query.order().name().toLowerCase(Locale.ROOT)).append(".\n\n");
        out.append("| time | who | what |\n|---|---|---|\n");
        for (TimelineEntry entry : page.entries()) {
            out.append("| ").append(TIME.format(at(entry, query.order()).atZone(facts.zone())));
            out.append(" | ").append(cell(facts.who(Actor.parse(entry.actor()))));
            out.append(" | ").append(cell(entry.summary())).append(" |\n");
        }
        return out.toString();
    }

    private static Instant at(TimelineEntry entry, By order) {
        return switch (order) {
            case OCCURRED -> entry.occurredAt();
            case RECORDED -> entry.recordedAt();
        };
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** People write these words: nothing in them may end the cell or begin HTML. */
    private static String cell(String text) {
        return line(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;");
    }
}
