package dev.interlude.planner.view.windowlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which windows to list, by start.
 *
 * @param states one of them; any when empty, as with kinds and outcomes
 * @param from windows that end after this
 * @param to windows that start before this
 * @param text stands in a title, a text, a reason or a reference, in any case of letters
 * @param flags all of them
 * @param latestFirst by start, the latest first
 * @param after the last window of the page before
 */
record WindowFilter(
        List<String> states,
        List<String> kinds,
        List<String> outcomes,
        @Nullable String audience,
        @Nullable String component,
        @Nullable String team,
        @Nullable String series,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        List<Flag> flags,
        boolean latestFirst,
        @Nullable Cursor after) {

    /** The conditions as a query, and their values. */
    record Query(String hql, Map<String, Object> values) {}

    Query query() {
        var asked = new Conditions();
        asked.in("w.state", "states", states);
        asked.in("w.kind", "kinds", kinds);
        asked.in("w.outcome", "outcomes", outcomes);
        asked.when("w.audience = :audience", "audience", audience);
        asked.when("w.team = :team", "team", team);
        asked.when("w.series = :series", "series", series);
        asked.when("w.endsAt > :from", "from", from);
        asked.when("w.startsAt < :to", "to", to);
        asked.when(
                "exists (select 1 from WindowComponentRow c"
                        + " where c.windowId = w.id and c.componentId = :component)",
                "component",
                component);
        asked.when("w.words like :text escape '!'", "text", text == null ? null : anywhere(text));
        flags.forEach(flag -> asked.all.add(flag.condition()));
        if (after != null) {
            String than = latestFirst ? "<" : ">";
            asked.all.add(
                    "(w.startsAt %1$s :afterStart or (w.startsAt = :afterStart and w.id %1$s :afterId))"
                            .formatted(than));
            asked.values.put("afterStart", after.start());
            asked.values.put("afterId", after.id());
        }
        return asked.query(
                latestFirst
                        ? " order by w.startsAt desc, w.id desc"
                        : " order by w.startsAt, w.id");
    }

    private static String anywhere(String text) {
        String literally =
                text.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_");
        return "%" + literally + "%";
    }

    private static final class Conditions {
        final List<String> all = new ArrayList<>();
        final Map<String, Object> values = new HashMap<>();

        void when(String condition, String name, @Nullable Object value) {
            if (value != null) {
                all.add(condition);
                values.put(name, value);
            }
        }

        void in(String member, String name, List<String> some) {
            when(member + " in (:" + name + ")", name, some.isEmpty() ? null : some);
        }

        Query query(String order) {
            String where = all.isEmpty() ? "" : " where " + String.join(" and ", all);
            return new Query("from WindowRow w" + where + order, values);
        }
    }
}
