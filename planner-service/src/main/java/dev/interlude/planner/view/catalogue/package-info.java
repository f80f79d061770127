/** The catalogue of components, kept in rows. */
@NullMarked
package dev.interlude.planner.view.catalogue;

import org.jspecify.annotations.NullMarked;
