package dev.interlude.notifier.view.answer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Answers what was rendered: with a strong entity tag per encoding, 304 to who has it already (RFC
 * 9110), gzip to who takes it. Caches may keep it, but ask each time, so a change is seen at once.
 */
public final class PublicAnswers {

    private static final String CACHING = "public, no-cache";

    private PublicAnswers() {}

    public static Response.ResponseBuilder of(Rendered rendered, HttpHeaders request) {
        boolean gzip = takesGzip(request);
        String tag = '"' + rendered.tag() + (gzip ? "-gz" : "") + '"';
        if (hasAlready(request, rendered.tag())) {
            return headers(Response.notModified(), tag);
        }
        var answer =
                headers(Response.ok(gzip ? rendered.gzip() : rendered.bytes()), tag)
                        .type(rendered.type());
        return gzip ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .header(HttpHeaders.VARY, "Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static boolean hasAlready(HttpHeaders request, String tag) {
        return values(request, HttpHeaders.IF_NONE_MATCH).stream()
                .map(PublicAnswers::opaque)
                .anyMatch(t -> t.equals("*") || t.equals(tag) || t.equals(tag + "-gz"));
    }

    /** A weak comparison is what If-None-Match asks for. */
    private static String opaque(String tag) {
        String strong = tag.startsWith("W/") ? tag.substring(2) : tag;
        return strong.replace("\"", "");
    }

    private static boolean takesGzip(HttpHeaders request) {
        return values(request, HttpHeaders.ACCEPT_ENCODING).stream()
                .map(v -> v.toLowerCase(Locale.ROOT).replace(" ", ""))
                .anyMatch(v -> v.equals("gzip") || (v.startsWith("gzip;") && !refused(v)));
    }

    private static boolean refused(String coding) {
        return coding.matches("gzip;q=0(\\.0*)?");
    }

    private static List<String> values(HttpHeaders request, String name) {
        List<String> lines = request.getRequestHeader(name);
        return lines == null
                ? List.of()
                : lines.stream()
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .map(String::strip)
                        .toList();
    }
}
