package dev.interlude.planner.command;

import java.util.ArrayList;
import java.util.List;

/** Lists that grow one by one without being changed. */
final class Lists {

    private Lists() {}

    static <T> List<T> plus(List<T> some, T more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return List.copyOf(all);
    }
}
