package dev.interlude.postmortem.view.timeline;

import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.decider.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An archived event in its place on a timeline. */
@Entity
@Immutable
@Table(name = "timeline_entry")
class TimelineRow {

    @Id long position;

    @Column(name = "window_id")
    String windowId;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "tells_facts")
    boolean tellsFacts;

    @Column String source;
    @Column int epoch;
    @Column String stream;
    @Column long sequence;
    @Column UUID id;
    @Column String type;
    @Column String key;
    @Column String actor;

    @Column(name = "correlation_id")
    UUID correlationId;

    @Column(name = "causation_id")
    @Nullable UUID causationId;

    @Column byte[] data;

    LogEvent event() {
        return new LogEvent(
                position,
                source,
                epoch,
                stream,
                sequence,
                id,
                type,
                key,
                occurredAt,
                recordedAt,
                null,
                null,
                null,
                Actor.parse(actor),
                correlationId,
                causationId,
                null,
                data);
    }
}
