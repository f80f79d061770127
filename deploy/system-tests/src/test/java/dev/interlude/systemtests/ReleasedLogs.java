package dev.interlude.systemtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlude.local.LocalToken;
import dev.interlude.local.PortPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Keeps what the services have in their logs after the story for the builds to come, when a version
 * is released: {@code -Dgolden.release=0.1.0} writes {@code
 * <service>/src/test/resources/golden/0.1.0/log.ndjson}.
 */
final class ReleasedLogs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReleasedLogs() {}

    static void write(Night night, String version) throws IOException, InterruptedException {
        String token = night.run().data().signed(LocalToken.service("release"));
        for (String service : PortPlan.SERVICES) {
            Path folder =
                    Path.of("..", "..", service + "-service", "src", "test", "resources", "golden")
                            .resolve(version);
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve("log.ndjson"),
                    events(night.run().ports().address(service), token));
        }
    }

    private static List<String> events(URI service, String token)
            throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            for (long after = 0; ; ) {
                List<String> page = page(http, service, token, after);
                for (String event : page) {
                    ObjectNode node = (ObjectNode) JSON.readTree(event);
                    byte[] data = Base64.getDecoder().decode(node.remove("data_base64").asText());
                    lines.add(
                            node.put("data", new String(data, StandardCharsets.UTF_8)).toString());
                    after = node.path("position").asLong();
                }
                if (page.size() < 1_000) {
                    return lines;
                }
            }
        }
    }

    private static List<String> page(HttpClient http, URI service, String token, long after)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                service.resolve("/api/v1/published?limit=1000&after=" + after))
                        .header("Authorization", "Bearer " + token)
                        .build();
        List<String> all = http.send(request, BodyHandlers.ofString()).body().lines().toList();
        return all.subList(0, all.size() - 1);
    }
}
