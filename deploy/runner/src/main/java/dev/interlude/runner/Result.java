package dev.interlude.runner;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service is told of a run that is over. */
final class Result {

    private Result() {}

    /** Of a script, or of a probe alone. */
    static byte[] of(
            Ending ending,
            @Nullable Integer exitCode,
            Instant from,
            Instant to,
            Output output,
            @Nullable String reason,
            @Nullable Map<String, Object> reading) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ending", ending.name());
        if (exitCode != null) {
            all.put("exitCode", exitCode);
        }
        all.put("startedAt", from.toString());
        all.put("endedAt", (to.isBefore(from) ? from : to).toString());
        all.put("bytes", output.total());
        all.put("sha256", output.sha256Hex());
        byte[] tail = output.tail();
        if (tail.length > 0) {
            all.put("tail", Base64.getEncoder().encodeToString(tail));
        }
        if (reason != null) {
            all.put("reason", reason);
        }
        if (reading != null) {
            all.put("reading", reading);
        }
        return Json.write(all);
    }

    /** Of what has no output that anybody knows. */
    static byte[] without(Ending ending, String reason) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ending", ending.name());
        all.put("reason", reason);
        return Json.write(all);
    }
}
