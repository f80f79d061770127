package dev.interlude.checklist.scripts;

import java.time.Instant;
import java.util.List;

/**
 * When a runner asked for work last, and what it said of itself then.
 *
 * @param scripts names that it offers
 * @param probes whether it makes probes
 */
record SeenRow(Instant at, String version, List<String> scripts, boolean probes) {}
