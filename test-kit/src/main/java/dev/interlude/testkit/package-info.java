/**
 * What tests of every service share: given/when/then on deciders, tokens, contracts, and the real
 * infrastructure they run on.
 */
@NullMarked
package dev.interlude.testkit;

import org.jspecify.annotations.NullMarked;
