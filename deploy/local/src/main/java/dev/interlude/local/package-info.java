/**
 * The whole product on one machine by one command: database, broker, four services and the front
 * door, each started, watched and stopped from here. Parts of it serve the tests as well.
 */
@NullMarked
package dev.interlude.local;

import org.jspecify.annotations.NullMarked;
