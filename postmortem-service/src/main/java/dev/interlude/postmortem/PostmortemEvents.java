package dev.interlude.postmortem;

import dev.interlude.eventlog.EventTypes;
import dev.interlude.postmortem.postmortem.PostmortemEvent;
import dev.interlude.postmortem.postmortem.PostmortemEvent.PostmortemDue;

/** Names of this service's events on disk and on the wire. */
public final class PostmortemEvents {

    public static final EventTypes<PostmortemEvent> TYPES =
            EventTypes.of(PostmortemEvent.class, "postmortem")
                    .add("PostmortemDue", PostmortemDue.class)
                    .build();

    private PostmortemEvents() {}
}
