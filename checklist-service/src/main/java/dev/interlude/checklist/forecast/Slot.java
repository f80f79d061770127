package dev.interlude.checklist.forecast;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place of a task in a schedule.
 *
 * @param waitsFor the task whose end decides the start: one it depends on or the worker's task
 *     before; null when nothing holds it up
 */
public record Slot(Instant start, Instant end, @Nullable String waitsFor) {}
