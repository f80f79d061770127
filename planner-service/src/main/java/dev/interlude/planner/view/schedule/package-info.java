/** What takes up components and people, and when, kept in rows. */
@NullMarked
package dev.interlude.planner.view.schedule;

import org.jspecify.annotations.NullMarked;
