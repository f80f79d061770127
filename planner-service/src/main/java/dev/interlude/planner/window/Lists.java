package dev.interlude.planner.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changed copies of lists. */
final class Lists {

    private Lists() {}

    static <T> List<T> plus(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }

    /** Those that it is about changed, the others as they are. */
    static <T> List<T> change(List<T> all, Predicate<T> which, UnaryOperator<T> change) {
        return all.stream().map(one -> which.test(one) ? change.apply(one) : one).toList();
    }

    static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }
}
