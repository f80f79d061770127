package dev.interlude.planner.view.collisions;

import dev.interlude.planner.slot.Collision;
import dev.interlude.planner.window.FrozenBy;
import org.jspecify.annotations.Nullable;

/**
 * Something to think about that is not refused.
 *
 * @param code collision, double-booking or freeze
 * @param text a sentence
 * @param collision absent for a freeze
 */
public record Warning(String code, String text, @Nullable Collision collision) {

    /** A freeze that its time lies in. */
    public static Warning of(FrozenBy frozen) {
        return new Warning(
                "freeze", "Frozen until " + frozen.until() + ": " + frozen.title() + ".", null);
    }

    /** Another window in the same time. */
    public static Warning of(Collision collision) {
        boolean people =
                collision.kind() == Collision.Kind.DRIVER_TWICE
                        || collision.kind() == Collision.Kind.CREW_TWICE;
        return new Warning(people ? "double-booking" : "collision", collision.text(), collision);
    }
}
