@NullMarked
package dev.interlude.faults.history;

import org.jspecify.annotations.NullMarked;
