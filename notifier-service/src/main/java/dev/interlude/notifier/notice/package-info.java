/**
 * What the public is told about a window: the pure write side of the streams {@code
 * notices-<windowId>}. Everything public is rendered from these events and from nothing else.
 */
@NullMarked
package dev.interlude.notifier.notice;

import org.jspecify.annotations.NullMarked;
