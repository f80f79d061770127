/** Classes that break every rule, to show that each rule can fail. */
@NullMarked
package dev.interlude.testkit.crooked;

import org.jspecify.annotations.NullMarked;
