package dev.interlude.eventlog.relay;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.relay.Outgoing.Addressed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long after its recording an event is published, as two timers of the last minute: until the
 * relay has it in hand ({@code interlude_relay_taken_seconds}), and until the broker acknowledged
 * it ({@code interlude_relay_lag_seconds}). Both by this machine's clock against the database's.
 */
final class Lag {

    private final Timer taken;
    private final Timer acknowledged;

    Lag(MeterRegistry metrics) {
        this.taken = timer("interlude_relay_taken", metrics);
        this.acknowledged = timer("interlude_relay_lag", metrics);
    }

    private static Timer timer(String name, MeterRegistry metrics) {
        return Timer.builder(name)
                .publishPercentiles(0.5, 0.99)
                .distributionStatisticExpiry(Duration.ofMinutes(1))
                .register(metrics);
    }

    void taken(List<Addressed> events) {
        record(taken, events);
    }

    void acknowledged(List<Addressed> events) {
        record(acknowledged, events);
    }

    private static void record(Timer timer, List<Addressed> events) {
        Instant now = Instant.now();
        for (Addressed addressed : events) {
            LogEvent event = addressed.event();
            timer.record(Duration.between(event.recordedAt(), now));
        }
    }
}
