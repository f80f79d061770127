package dev.interlude.notifier.reaction;

import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.follow.Consequences;
import dev.interlude.eventlog.follow.Reaction;
import dev.interlude.notifier.heard.HeardWindow;
import dev.interlude.notifier.heard.HeardWindows;
import dev.interlude.notifier.notice.Cause;
import dev.interlude.notifier.notice.NoticeCommand;
import dev.interlude.notifier.notice.NoticeCommand.TellWhatHolds;
import dev.interlude.notifier.notice.NoticeEvent;
import dev.interlude.notifier.notice.Notices;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers were told what the planner no longer knows: they are told what holds, once. */
@ApplicationScoped
class WhenPlannerIsRestoredThenTellWhatHolds implements Reaction {

    private final HeardWindows windows;
    private final CommandHandler<NoticeCommand, NoticeEvent, Notices> notices;

    WhenPlannerIsRestoredThenTellWhatHolds(
            HeardWindows windows, CommandHandler<NoticeCommand, NoticeEvent, Notices> notices) {
        this.windows = windows;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "WhenPlannerIsRestoredThenTellWhatHolds";
    }

    @Override
    public Uni<Void> react(LogEvent event, Consequences consequences) {
        if (HeardWindows.restored(event) == null) {
            return Uni.createFrom().voidItem();
        }
        return windows.lostIn(event)
                .chain(streams ->
                        Multi.createFrom()
                                .iterable(streams)
                                .onItem()
                                .transformToUniAndConcatenate(stream ->
                                        windows.now(stream)
                                                .chain(known ->
                                                        tell(event, stream, known, consequences)))
                                .onItem()
                                .ignoreAsUni());
    }

    private Uni<Void> tell(
            LogEvent event, String stream, @Nullable HeardWindow known, Consequences consequences) {
        String windowId = Category.idOf(stream);
        var cause = new Cause(noticeId(event, windowId), event.occurredAt());
        return consequences.tell(
                notices,
                windowId,
                act ->
                        new TellWhatHolds(
                                act, cause, windowId, known == null ? null : known.picture()));
    }

    /** One restore leads to notices of several windows, each with an identity of its own. */
    private static UUID noticeId(LogEvent event, String windowId) {
        String name = event.id() + "/" + windowId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
