package dev.interlude.checklist.forecast;

import dev.interlude.eventlog.decider.Act;

/** What can be asked of {@code forecast-<windowId>}. */
public sealed interface ForecastCommand {

    /** Says what the checklist looks like now. */
    record ReportForecast(Act act, String windowId, Outlook outlook, long checklistSequence)
            implements ForecastCommand {}
}
