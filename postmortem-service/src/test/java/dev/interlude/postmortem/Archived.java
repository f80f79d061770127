package dev.interlude.postmortem;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.decider.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Events as the archive holds them, for tests: each later by a second than the one before. */
public final class Archived {

    public static final String WINDOW = "0199c3a4-7c1e-7d52-9b1f-3a5f0e6c1a01";
    public static final Instant START = Instant.parse("2026-11-28T01:00:00Z");

    private long position;

    public LogEvent planner(String name, String json) {
        return event("planner", "window-" + WINDOW, ++position, name, json);
    }

    public LogEvent checklist(long sequence, String name, String json) {
        return event("checklist", "checklist-" + WINDOW, sequence, name, json);
    }

    public LogEvent event(String source, String stream, long sequence, String name, String json) {
        long at = ++position;
        Instant when = START.plusSeconds(at);
        return new LogEvent(
                at,
                source,
                1,
                stream,
                sequence,
                new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L + at),
                "dev.interlude." + source + "." + name + ".v1",
                WINDOW,
                when,
                when,
                when,
                at,
                null,
                Actor.person("p-aaaaaaaaaaaaaaaaaaaaaaaaaa"),
                new UUID(1, 1),
                null,
                null,
                (json.startsWith("{'") ? json.replace('\'', '"') : json)
                        .getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] json(Object value) {
        return LogJson.write(value);
    }
}
