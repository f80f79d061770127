package dev.interlude.checklist.view.underway;

import java.time.Instant;

/** A window that is under way, and since when. */
record UnderWayRow(String windowId, Instant since) {}
