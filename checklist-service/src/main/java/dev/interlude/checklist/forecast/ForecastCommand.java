package dev.interlude.checklist.forecast;

import dev.interlude.eventlog.decider.Act;

/** What can be asked of {@code forecast-<windowId>}. */
public sealed interface ForecastCommand {

    /**
     * Says what the checklist looks like now.
     *
     * @param idle whether nothing happened but that time went by
     */
    record ReportForecast(
            Act act, String windowId, Outlook outlook, long checklistSequence, boolean idle)
            implements ForecastCommand {

        /** After something happened. */
        public ReportForecast(Act act, String windowId, Outlook outlook, long checklistSequence) {
            this(act, windowId, outlook, checklistSequence, false);
        }
    }
}
