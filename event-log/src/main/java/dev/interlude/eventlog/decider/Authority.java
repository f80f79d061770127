package dev.interlude.eventlog.decider;

import java.util.Set;

/**
 * What a caller may do: roles, each held in one scope (a team) or in all of them ({@link
 * #EVERYWHERE}). Reactions and timers act with {@link #system()}, which holds nothing and is not
 * asked.
 */
public record Authority(Set<Grant> grants) {

    /** The scope that contains every other. */
    public static final String EVERYWHERE = "*";

    /** One role in one scope. */
    public record Grant(String role, String scope) {}

    public Authority {
        grants = Set.copyOf(grants);
    }

    /** What reactions and timers act with. */
    public static Authority system() {
        return new Authority(Set.of());
    }

    /** These grants and no others. */
    public static Authority of(Grant... grants) {
        return new Authority(Set.of(grants));
    }

    /** True when the role is held in this scope or everywhere. */
    public boolean allows(String role, String scope) {
        return grants.contains(new Grant(role, scope))
                || grants.contains(new Grant(role, EVERYWHERE));
    }
}
