package dev.interlude.notifier.view.staff;

import dev.interlude.eventlog.decider.Recorded;
import dev.interlude.notifier.notice.NoticeEvent;
import java.time.Instant;
import java.util.List;

/** The notices of a window, oldest first, exactly as they were published. */
public record NoticesView(List<Entry> notices) {

    /**
     * One of them.
     *
     * @param id of the event; the notice's own id stands in it
     * @param occurredAt when what it tells of happened, UTC
     * @param publishedAt when the public was told, UTC
     * @param notice with its placeholders unrendered
     */
    public record Entry(String id, Instant occurredAt, Instant publishedAt, NoticeEvent notice) {}

    static NoticesView of(List<Recorded<NoticeEvent>> events) {
        return new NoticesView(
                events.stream()
                        .map(e ->
                                new Entry(
                                        e.id().toString(),
                                        e.occurredAt(),
                                        e.recordedAt(),
                                        e.event()))
                        .toList());
    }
}
