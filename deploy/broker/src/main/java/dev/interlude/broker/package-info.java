/** The broker of the local run: one node, made ready on its first start. */
@NullMarked
package dev.interlude.broker;

import org.jspecify.annotations.NullMarked;
