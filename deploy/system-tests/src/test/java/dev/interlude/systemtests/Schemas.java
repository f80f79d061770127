package dev.interlude.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published contracts. */
final class Schemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Schemas() {}

    /** What the type's schema has against the data. */
    static List<String> errors(String type, byte[] data) {
        Schema schema = SCHEMAS.computeIfAbsent(type, t -> REGISTRY.getSchema(schema(t)));
        return schema.validate(tree(data)).stream().map(Object::toString).toList();
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the contracts. */
    static JsonNode yaml(String name) {
        try (InputStream in =
                Schemas.class.getClassLoader().getResourceAsStream("contracts/" + name)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode schema(String type) {
        String[] parts = type.split("\\.", -1);
        String path = "contracts/" + parts[2] + "/" + parts[3] + "." + parts[4] + ".schema.json";
        try (InputStream in = Schemas.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("there is no " + path);
            }
            return tree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
