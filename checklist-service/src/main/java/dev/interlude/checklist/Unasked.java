package dev.interlude.checklist;

import dev.interlude.eventlog.Ids;
import dev.interlude.eventlog.Invocation;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Authority;

/** Commands that no request carries: of time, of the product itself, of runners. */
public final class Unasked {

    private Unasked() {}

    /** By the service's own right; what comes of it begins a correlation of its own. */
    public static Invocation by(Actor actor, String stream, String command) {
        return new Invocation(
                stream,
                command,
                actor,
                Authority.system(),
                Ids.next(),
                null,
                null,
                null,
                new byte[0],
                200,
                null,
                false);
    }
}
