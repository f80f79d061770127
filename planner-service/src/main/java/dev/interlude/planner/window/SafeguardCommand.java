package dev.interlude.planner.window;

import dev.interlude.eventlog.decider.Act;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stops, exceptions and approvals. */
public sealed interface SafeguardCommand extends WindowCommand.AmongPeople {

    record HoldWork(Act act, String reason) implements SafeguardCommand {}

    record ReleaseHold(Act act, int ordinal) implements SafeguardCommand {}

    record RequestOverride(Act act, List<String> gates, String reason)
            implements SafeguardCommand {}

    record ApproveOverride(Act act, int ordinal) implements SafeguardCommand {}

    record RejectOverride(Act act, int ordinal, @Nullable String reason)
            implements SafeguardCommand {}

    record BreakGlass(
            Act act,
            List<String> gates,
            List<String> confirmations,
            String reason,
            List<LocalDate> holidays)
            implements SafeguardCommand {

        /** Where there are no holidays. */
        public BreakGlass(Act act, List<String> gates, List<String> confirmations, String reason) {
            this(act, gates, confirmations, reason, List.of());
        }
    }

    /** Of all that others have broken and nobody countersigned. */
    record CountersignBreakGlass(Act act) implements SafeguardCommand {}

    record ApproveWindow(Act act) implements SafeguardCommand {}

    record CallRollback(Act act, String reason) implements SafeguardCommand {}

    record ConfirmRollback(Act act, @Nullable Map<String, String> publicText)
            implements SafeguardCommand {}

    record RejectRollback(Act act, @Nullable String reason) implements SafeguardCommand {}
}
