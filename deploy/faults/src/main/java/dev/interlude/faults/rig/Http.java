package dev.interlude.faults.rig;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks services. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    private Http() {}

    /** GET without a token; fails when there is no answer. */
    public static HttpResponse<String> get(URI address, Duration patience) throws IOException {
        return send(HttpRequest.newBuilder(address).timeout(patience).build());
    }

    /** A command with a JSON body, or none; fails when there is no answer. */
    public static HttpResponse<String> command(
            URI address,
            String method,
            @Nullable String body,
            Map<String, String> headers,
            Duration patience)
            throws IOException {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(patience)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
