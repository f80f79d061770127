package dev.interlude.planner.view.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlude.eventlog.LogJson;
import dev.interlude.planner.view.window.CrewView;
import dev.interlude.planner.view.window.WindowView;
import dev.interlude.planner.window.Window;
import dev.interlude.planner.window.Window.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** In what two states of a window differ, by the members that people plan and see. */
final class Changes {

    private Changes() {}

    /**
     * One member.
     *
     * @param member as GET of the window names it; presentImpacts: what is noticed now
     * @param from absent where there was nothing
     * @param to absent where there is nothing any more
     */
    record Change(String member, @Nullable JsonNode from, @Nullable JsonNode to) {}

    /** By the names of members. */
    static List<Change> between(Window before, Window after) {
        ObjectNode was = tree(before);
        ObjectNode is = tree(after);
        var members = new TreeSet<String>();
        was.fieldNames().forEachRemaining(members::add);
        is.fieldNames().forEachRemaining(members::add);
        List<Change> changes = new ArrayList<>();
        for (String member : members) {
            JsonNode from = said(was, member);
            JsonNode to = said(is, member);
            if (!Objects.equals(from, to)) {
                changes.add(new Change(member, from, to));
            }
        }
        return changes;
    }

    private static @Nullable JsonNode said(ObjectNode tree, String member) {
        JsonNode value = tree.get(member);
        return value == null || value.isNull() ? null : value;
    }

    private static ObjectNode tree(Window window) {
        if (!(window instanceof Known w)) {
            return LogJson.mapper().createObjectNode();
        }
        ObjectNode tree = LogJson.mapper().valueToTree(w.plan());
        tree.remove(List.of("windowId", "number"));
        tree.put("state", w.state().written());
        tree.set("flags", LogJson.mapper().valueToTree(WindowView.flags(w)));
        tree.set("presentImpacts", LogJson.mapper().valueToTree(w.presentImpacts()));
        tree.set("crew", LogJson.mapper().valueToTree(CrewView.of(w.crew())));
        return tree;
    }
}
