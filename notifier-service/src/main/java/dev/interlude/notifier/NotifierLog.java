package dev.interlude.notifier;

import dev.interlude.eventlog.Aggregate;
import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.CommandHandlers;
import dev.interlude.eventlog.EventTypes;
import dev.interlude.eventlog.LogDefinition;
import dev.interlude.notifier.notice.NoticeCommand;
import dev.interlude.notifier.notice.NoticeDecider;
import dev.interlude.notifier.notice.NoticeEvent;
import dev.interlude.notifier.notice.Notices;
import dev.interlude.notifier.reach.Reach;
import dev.interlude.notifier.reach.ReachCommand;
import dev.interlude.notifier.reach.ReachDecider;
import dev.interlude.notifier.reach.ReachEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** The notifier's log: its streams, the names of its events, whom it hears. */
public final class NotifierLog {

    /** The public stream; its topic carries nothing else. */
    public static final Category NOTICES = Category.published("notices", "notices");

    /** Who was told what; for staff. */
    public static final Category REACH = Category.published("reach", "notifier");

    public static final EventTypes<NoticeEvent> NOTICE_TYPES =
            EventTypes.of(NoticeEvent.class, "notifier")
                    .add("NoticePublished", NoticeEvent.NoticePublished.class)
                    .build();

    public static final EventTypes<ReachEvent> REACH_TYPES =
            EventTypes.of(ReachEvent.class, "notifier")
                    .add("NoticeDropped", ReachEvent.NoticeDropped.class)
                    .build();

    private NotifierLog() {}

    @Produces
    @Singleton
    static LogDefinition definition() {
        return new LogDefinition("notifier", List.of(NOTICES, REACH), Set.of("planner"), null);
    }

    @Produces
    @Singleton
    static CommandHandler<NoticeCommand, NoticeEvent, Notices> notices(CommandHandlers handlers) {
        return handlers.of(new Aggregate<>(NOTICES, new NoticeDecider(), NOTICE_TYPES, null));
    }

    @Produces
    @Singleton
    static CommandHandler<ReachCommand, ReachEvent, Reach> reach(CommandHandlers handlers) {
        return handlers.of(new Aggregate<>(REACH, new ReachDecider(), REACH_TYPES, null));
    }
}
