package dev.interlude.runner;

import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done.
 *
 * @param script name of the script; null for a probe alone
 * @param arguments each handed over as it is
 * @param probe to be made when the script has ended well; null for none
 * @param heartbeat how often to say that it goes on
 */
record Claim(
        String runId,
        String windowId,
        String stepId,
        @Nullable String script,
        List<String> arguments,
        Duration timeout,
        @Nullable Probe probe,
        Duration heartbeat) {

    private static final int MOST_ARGUMENTS = 50;
    private static final int LONGEST = 4_000;

    /** A GET; the pointer names a number in the answer, null when nothing is read off. */
    record Probe(String url, Duration within, @Nullable String pointer) {}

    static Claim of(Map<String, Object> answer) throws IOException {
        try {
            String runId = Json.text(answer, "runId");
            if (!runId.matches("[0-9a-f-]{36}")) {
                throw new IOException("the service's runId is none");
            }
            return new Claim(
                    runId,
                    Json.text(answer, "windowId"),
                    Json.text(answer, "stepId"),
                    answer.get("script") instanceof String script ? script : null,
                    arguments(answer),
                    Duration.parse(Json.text(answer, "timeout")),
                    answer.get("probe") instanceof Map<?, ?> probe ? probe(probe) : null,
                    Duration.parse(Json.text(answer, "heartbeat")));
        } catch (DateTimeParseException e) {
            throw new IOException("the service's answer has no duration", e);
        }
    }

    private static List<String> arguments(Map<String, Object> answer) throws IOException {
        List<?> given = answer.get("arguments") instanceof List<?> list ? list : List.of();
        List<String> arguments = given.stream().map(String::valueOf).toList();
        if (arguments.size() > MOST_ARGUMENTS
                || arguments.stream().anyMatch(a -> a.length() > LONGEST || a.indexOf(0) >= 0)) {
            throw new IOException("the service sent too many or too long arguments");
        }
        return arguments;
    }

    private static Probe probe(Map<?, ?> probe) {
        return new Probe(
                String.valueOf(probe.get("url")),
                Duration.parse(String.valueOf(probe.get("within"))),
                probe.get("pointer") instanceof String pointer ? pointer : null);
    }
}
