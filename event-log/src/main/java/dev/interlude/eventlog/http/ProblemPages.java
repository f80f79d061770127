package dev.interlude.eventlog.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What each problem's {@code type} points to: its section of the documentation. */
@Path("/problems")
public class ProblemPages {

    private final Map<String, String> sections = read();

    @GET
    @Path("{code}")
    @Produces(MediaType.TEXT_HTML)
    @PermitAll
    @Operation(operationId = "getProblem", hidden = true)
    public String page(String code) {
        String text = sections.get(code);
        if (text == null) {
            throw Problem.notFound("there is no problem of that code");
        }
        return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%1$s</title>
        <main>
        <h1>%1$s</h1>
        <p>%2$s</p>
        </main>
        </html>
        """
                .formatted(code, text);
    }

    private static Map<String, String> read() {
        try (InputStream file = ProblemPages.class.getResourceAsStream("/problems.md")) {
            if (file == null) {
                throw new IllegalStateException("problems.md is missing");
            }
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> sections = new HashMap<>();
            int at = all.indexOf("\n## ");
            while (at >= 0) {
                int next = all.indexOf("\n## ", at + 1);
                String section = all.substring(at + 4, next < 0 ? all.length() : next);
                int end = section.indexOf('\n');
                sections.put(section.substring(0, end).trim(), html(section.substring(end)));
                at = next;
            }
            return Map.copyOf(sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String html(String text) {
        return text.trim()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("`([^`]*)`", "<code>$1</code>");
    }
}
