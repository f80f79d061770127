package dev.interlude.postmortem;

import dev.interlude.eventlog.Aggregate;
import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.CommandHandler;
import dev.interlude.eventlog.CommandHandlers;
import dev.interlude.eventlog.LogDefinition;
import dev.interlude.postmortem.postmortem.Postmortem;
import dev.interlude.postmortem.postmortem.PostmortemCommand;
import dev.interlude.postmortem.postmortem.PostmortemDecider;
import dev.interlude.postmortem.postmortem.PostmortemEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** This service's log: its own post-mortems, and everything that the others publish. */
class PostmortemLog {

    private static final Category POSTMORTEM = Category.published("postmortem", "postmortem");

    @Produces
    @Singleton
    LogDefinition definition() {
        return new LogDefinition(
                "postmortem",
                List.of(POSTMORTEM),
                Set.of("planner", "checklist", "notifier"),
                null);
    }

    @Produces
    @Singleton
    CommandHandler<PostmortemCommand, PostmortemEvent, Postmortem> postmortems(
            CommandHandlers handlers) {
        return handlers.of(
                new Aggregate<>(POSTMORTEM, new PostmortemDecider(), PostmortemEvents.TYPES, null));
    }
}
