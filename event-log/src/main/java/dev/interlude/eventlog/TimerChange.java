package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Decider;
import dev.interlude.eventlog.decider.Due;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an append does to the timers of its stream.
 *
 * @param planned asked for by the new state and not, or not for then, by the old one
 * @param dropped names of those that the old state asked for and that no longer hold
 */
record TimerChange(List<Due> planned, List<String> dropped) {

    static <S> TimerChange between(Decider<?, ?, S> decider, S before, S after) {
        Map<String, Due> had = byName(decider, before);
        Map<String, Due> has = byName(decider, after);
        return new TimerChange(
                has.values().stream().filter(due -> !due.equals(had.get(due.name()))).toList(),
                had.values().stream()
                        .filter(due -> !due.equals(has.get(due.name())))
                        .map(Due::name)
                        .toList());
    }

    /** A timer in the database's precision. */
    static Due inRow(Due due) {
        return new Due(due.name(), due.at().truncatedTo(ChronoUnit.MICROS));
    }

    private static <S> Map<String, Due> byName(Decider<?, ?, S> decider, S state) {
        var byName = new HashMap<String, Due>();
        decider.due(state).forEach(due -> byName.put(due.name(), inRow(due)));
        return byName;
    }
}
