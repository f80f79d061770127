@NullMarked
package dev.interlude.faults;

import org.jspecify.annotations.NullMarked;
