package dev.interlude.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The paths of all members of a JSON value, list positions left out. */
final class Shape {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Shape() {}

    static Set<String> of(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect("", node, paths);
        return paths;
    }

    /** A text in its languages is one value: its members are data, not shape. */
    static boolean isTexts(JsonNode node) {
        return node.isObject()
                && !node.isEmpty()
                && node.propertyStream()
                        .allMatch(member ->
                                LANGUAGES.contains(member.getKey())
                                        && member.getValue().isTextual());
    }

    private static void collect(String path, JsonNode node, Set<String> paths) {
        if (isTexts(node)) {
            return;
        }
        node.propertyStream()
                .forEach(member -> {
                    String at = path + "/" + member.getKey();
                    paths.add(at);
                    collect(at, member.getValue(), paths);
                });
        if (node.isArray()) {
            node.forEach(item -> collect(path, item, paths));
        }
    }
}
