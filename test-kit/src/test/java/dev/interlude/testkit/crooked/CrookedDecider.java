package dev.interlude.testkit.crooked;

import dev.interlude.checklist.OfAnotherService;
import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Decision;
import dev.interlude.eventlog.decider.Recorded;

class CrookedDecider implements Decider<String, String, String> {

    private String last = OfAnotherService.word();

    @Override
    public String initial() {
        return last;
    }

    @Override
    public Decision<String> decide(String command, String state) {
        last = command;
        return Decision.accept(command);
    }

    @Override
    public String evolve(String state, Recorded<String> event) {
        return state;
    }
}
