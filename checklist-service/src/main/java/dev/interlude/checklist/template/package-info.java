/**
 * Templates: whole maintenances in versions, with proposals that become versions when accepted.
 * Pure.
 */
@NullMarked
package dev.interlude.checklist.template;

import org.jspecify.annotations.NullMarked;
