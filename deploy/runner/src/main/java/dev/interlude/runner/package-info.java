/**
 * Runs a team's scripts on its own host. It asks the checklist service for work, outbound only; the
 * service names a script, never sends one.
 */
@NullMarked
package dev.interlude.runner;

import org.jspecify.annotations.NullMarked;
