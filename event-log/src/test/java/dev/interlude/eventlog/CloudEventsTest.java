package dev.interlude.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlude.eventlog.decider.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

    private static final Instant AT = Instant.parse("2026-03-07T01:00:00.123456Z");
    private static final byte[] DATA = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final LogEvent event =
            new LogEvent(
                    41,
                    "planner",
                    2,
                    "window-x",
                    7,
                    Ids.next(),
                    "dev.interlude.planner.WindowExtended.v1",
                    "x",
                    AT,
                    AT.plusSeconds(1),
                    null,
                    null,
                    3L,
                    Actor.person("p-1"),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                    DATA);

    @Test
    void what_is_sent_is_heard_without_loss() {
        HeardEvent heard = CloudEvents.heard(CloudEvents.headers(event), DATA);
        assertThat(heard)
                .isEqualTo(
                        new HeardEvent(
                                "planner",
                                2,
                                41,
                                "window-x",
                                7,
                                event.id(),
                                event.type(),
                                AT,
                                AT.plusSeconds(1),
                                3L,
                                Actor.person("p-1"),
                                event.correlationId(),
                                event.causationId(),
                                event.traceparent(),
                                DATA));
    }

    @Test
    void a_record_without_its_envelope_is_no_event() {
        assertThatThrownBy(() -> CloudEvents.heard(new RecordHeaders(), DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source");
    }
}
