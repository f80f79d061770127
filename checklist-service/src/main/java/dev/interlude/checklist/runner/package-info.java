/**
 * Who may run scripts for a team: registered by an admin, revoked by one. A private stream for
 * each, since it holds what its token is recognised by.
 */
@NullMarked
package dev.interlude.checklist.runner;

import org.jspecify.annotations.NullMarked;
