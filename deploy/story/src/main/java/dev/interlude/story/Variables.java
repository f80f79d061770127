package dev.interlude.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a story remembers, and its times: {@code ${window}}, {@code ${Sat 02:00}} (an instant, RFC
 * 3339), {@code ${file rabbitmq.md}}.
 */
public final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, String> remembered = new HashMap<>();
    private final StoryTime time;

    Variables(StoryTime time) {
        this.time = time;
    }

    void remember(String name, String value) {
        remembered.put(name, value);
    }

    /** A remembered value; fails when nothing of that name is remembered. */
    public String get(String name) {
        String value = remembered.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the story remembers no " + name);
        }
        return value;
    }

    /** The text with its variables replaced. */
    public String fill(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    /** The tree with the variables of all its texts replaced. */
    public JsonNode fill(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(fill(node.asText()));
        }
        if (node.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> filled.add(fill(item)));
            return filled;
        }
        if (node.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(e -> filled.set(e.getKey(), fill(e.getValue())));
            return filled;
        }
        return node;
    }

    private String value(String name) {
        if (name.startsWith("file ")) {
            return Story.file(name.substring("file ".length()));
        }
        return StoryTime.isTime(name) ? time.at(name).toString() : get(name);
    }
}
