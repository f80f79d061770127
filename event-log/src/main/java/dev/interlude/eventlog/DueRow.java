package dev.interlude.eventlog;

import dev.interlude.eventlog.decider.Due;

/** A timer as it is kept until it has fired. */
record DueRow(String stream, Due due, long plannedBySequence) {}
