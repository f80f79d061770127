package dev.interlude.checklist.scripts;

import dev.interlude.checklist.runner.Runner;
import dev.interlude.eventlog.decider.Actor;
import java.security.Principal;

/** A runner that has shown its token. */
record RunnerPrincipal(Runner runner) implements Principal {

    @Override
    public String getName() {
        return "runner-" + runner.id();
    }

    /** As it stands in the log. */
    Actor actor() {
        return Actor.machine(getName());
    }
}
