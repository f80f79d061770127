package dev.interlude.eventlog.follow;

import org.jspecify.annotations.Nullable;

/**
 * What is to happen to one row.
 *
 * @param stored the row as the table has it, null for none
 * @param wanted as it is to be, null for none
 */
record Change<R>(String key, @Nullable R stored, @Nullable R wanted) {}
