/** The notifier: everything that reaches people about a maintenance window. */
@NullMarked
package dev.interlude.notifier;

import org.jspecify.annotations.NullMarked;
