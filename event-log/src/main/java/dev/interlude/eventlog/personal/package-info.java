/**
 * Personal data in a log that is never changed: texts are sealed with a key for each person, and
 * erased by deleting that key.
 */
@NullMarked
package dev.interlude.eventlog.personal;

import org.jspecify.annotations.NullMarked;
