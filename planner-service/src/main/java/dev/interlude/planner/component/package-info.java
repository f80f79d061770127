/** The catalogue of components, pure: what customers see affected, and what depends on what. */
@NullMarked
package dev.interlude.planner.component;

import org.jspecify.annotations.NullMarked;
