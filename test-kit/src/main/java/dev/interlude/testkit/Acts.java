package dev.interlude.testkit;

import dev.interlude.eventlog.decider.Act;
import dev.interlude.eventlog.decider.Actor;
import dev.interlude.eventlog.decider.Authority;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Circumstances of commands in tests of deciders: {@code Acts.by(ana, at, "planner")}. */
public final class Acts {

    /** The team that the people of a local run belong to. */
    public static final String TEAM = "platform";

    private static final UUID CORRELATION =
            new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0001L);

    private Acts() {}

    /** Somebody with these roles in team platform. */
    public static Act by(Actor actor, Instant now, String... roles) {
        Set<Authority.Grant> grants =
                Arrays.stream(roles)
                        .map(role -> new Authority.Grant(role, TEAM))
                        .collect(Collectors.toSet());
        return new Act(actor, new Authority(grants), now, CORRELATION);
    }

    /** A reaction of this service. */
    public static Act reaction(String name, Instant now) {
        return new Act(Actor.reaction(name), Authority.system(), now, CORRELATION);
    }

    /** A timer that fired. */
    public static Act timer(String name, Instant now) {
        return new Act(Actor.timer(name), Authority.system(), now, CORRELATION);
    }
}
