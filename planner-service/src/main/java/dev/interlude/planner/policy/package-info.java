/** Notice policies, pure: strictness is one person's to raise, and two people's to lower. */
@NullMarked
package dev.interlude.planner.policy;

import org.jspecify.annotations.NullMarked;
