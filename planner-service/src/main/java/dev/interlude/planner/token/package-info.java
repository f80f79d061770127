/**
 * Tokens that are given out and can be taken back: for a calendar program, which opens one thing
 * only, and API tokens of people and machines.
 */
@NullMarked
package dev.interlude.planner.token;

import org.jspecify.annotations.NullMarked;
