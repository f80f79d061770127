package dev.interlude.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation as the interface that was reviewed has it.
 *
 * @param path with its parameters in braces
 * @param takes media types of its body; none without one
 */
public record Operations(String method, String path, Set<String> takes) {

    private static final Path REVIEWED = Path.of("src", "main", "openapi", "openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All of the service whose tests run, in the order of its committed OpenAPI document. */
    public static List<Operations> all() {
        try {
            var all = new ArrayList<Operations>();
            JsonNode paths = new YAMLMapper().readTree(REVIEWED.toFile()).path("paths");
            for (Map.Entry<String, JsonNode> path : paths.properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    if (METHODS.contains(method.getKey())) {
                        all.add(of(method.getKey(), path.getKey(), method.getValue()));
                    }
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Operations of(String method, String path, JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        var takes = new java.util.TreeSet<String>();
        content.fieldNames().forEachRemaining(takes::add);
        return new Operations(method.toUpperCase(java.util.Locale.ROOT), path, takes);
    }

    /** Method and path. */
    public String name() {
        return method + " " + path;
    }

    public boolean takesJson() {
        return takes.contains("application/json");
    }
}
