/** What the planner does because of what it sees; each class name is the policy. */
@NullMarked
package dev.interlude.planner.reaction;

import org.jspecify.annotations.NullMarked;
