/** The record of who was told what: the pure write side of the streams {@code reach-<windowId>}. */
@NullMarked
package dev.interlude.notifier.reach;

import org.jspecify.annotations.NullMarked;
