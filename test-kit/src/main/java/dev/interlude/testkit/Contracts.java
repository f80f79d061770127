package dev.interlude.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interlude.eventlog.LogJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The published contracts, {@code contracts/<service>/<EventName>.v<n>.schema.json} and {@code
 * .example.json} on the class path, and what producers and consumers promise about them. A type is
 * given in full: {@code dev.interlude.planner.WindowExtended.v1}.
 */
public final class Contracts {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Contracts() {}

    /** Fails unless the data is valid by the type's schema. */
    public static void validate(String type, byte[] data) {
        List<String> errors = errors(type, data);
        assertThat(errors).as("%s: %s", type, new String(data, StandardCharsets.UTF_8)).isEmpty();
    }

    /** What the type's schema has against the data; empty when it is valid. */
    public static List<String> errors(String type, byte[] data) {
        return schema(type).validate(tree(data)).stream().map(Object::toString).toList();
    }

    /** Fails unless the data is valid and has no member that the type's example doesn't show. */
    public static void validateShape(String type, byte[] data) {
        validate(type, data);
        Set<String> unknown = new TreeSet<>(Shape.of(tree(data)));
        unknown.removeAll(Shape.of(tree(example(type))));
        assertThat(unknown).as("members of %s that its example lacks", type).isEmpty();
    }

    /** The type's example data. */
    public static byte[] example(String type) {
        return bytes(path(type) + ".example.json");
    }

    /** The example with an unknown member in every object of it. */
    public static byte[] exampleOfTomorrow(String type) {
        JsonNode tree = tree(example(type));
        addUnknown(tree);
        return LogJson.write(tree);
    }

    /** Fails unless each type has a schema, and an example that is valid by it. */
    public static void assertDescribed(Iterable<String> types) {
        assertThat(types).isNotEmpty();
        assertThat(types).allSatisfy(type -> validate(type, example(type)));
    }

    /** Fails unless the record reads the example, and the same from an example of tomorrow. */
    public static <T> T assertReads(String type, Class<T> record) {
        T today = LogJson.read(example(type), record);
        assertThat(LogJson.read(exampleOfTomorrow(type), record)).isEqualTo(today);
        return today;
    }

    private static Schema schema(String type) {
        return SCHEMAS.computeIfAbsent(
                type, t -> REGISTRY.getSchema(tree(bytes(path(t) + ".schema.json"))));
    }

    private static String path(String type) {
        String[] parts = type.split("\\.", -1);
        assertThat(parts).as("%s is no event type", type).hasSize(5);
        return "contracts/" + parts[2] + "/" + parts[3] + "." + parts[4];
    }

    private static JsonNode tree(byte[] json) {
        try {
            return LogJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON", e);
        }
    }

    private static byte[] bytes(String path) {
        try (InputStream in = Contracts.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("there is no " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addUnknown(JsonNode node) {
        node.forEach(Contracts::addUnknown);
        if (node instanceof ObjectNode object && !Shape.isTexts(object)) {
            object.put("memberOfTomorrow", true);
        }
    }
}
