package dev.interlude.postmortem.postmortem;

import dev.interlude.eventlog.decider.Act;
import java.util.List;

/** What can be asked of a post-mortem. */
public sealed interface PostmortemCommand {

    Act act();

    /**
     * The window is closed; says what was found in its record.
     *
     * @param reasons in the order in which they happened; empty when all went as planned
     */
    record CloseRecord(Act act, String windowId, List<Reason> reasons)
            implements PostmortemCommand {}
}
