package dev.interlude.planner.view.windowlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which windows to list, by start.
 *
 * @param from windows that end after this
 * @param to windows that start before this
 * @param after the last window of the page before
 */
record WindowFilter(
        @Nullable String state,
        @Nullable String component,
        @Nullable String team,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Cursor after) {

    /** The conditions as a query, and their values. */
    record Query(String hql, Map<String, Object> values) {}

    Query query() {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (state != null) {
            conditions.add("w.state = :state");
            values.put("state", state);
        }
        if (team != null) {
            conditions.add("w.team = :team");
            values.put("team", team);
        }
        if (from != null) {
            conditions.add("w.endsAt > :from");
            values.put("from", from);
        }
        if (to != null) {
            conditions.add("w.startsAt < :to");
            values.put("to", to);
        }
        if (component != null) {
            conditions.add(
                    "exists (select 1 from WindowComponentRow c"
                            + " where c.windowId = w.id and c.componentId = :component)");
            values.put("component", component);
        }
        if (after != null) {
            conditions.add(
                    "(w.startsAt > :afterStart or (w.startsAt = :afterStart and w.id > :afterId))");
            values.put("afterStart", after.start());
            values.put("afterId", after.id());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return new Query("from WindowRow w" + where + " order by w.startsAt, w.id", values);
    }
}
