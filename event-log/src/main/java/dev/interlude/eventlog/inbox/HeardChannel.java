package dev.interlude.eventlog.inbox;

import dev.interlude.eventlog.CloudEvents;
import dev.interlude.eventlog.HeardEvent;
import dev.interlude.eventlog.Hearing;
import dev.interlude.eventlog.Hearing.Offset;
import dev.interlude.eventlog.LogDefinition;
import dev.interlude.eventlog.Writer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes batches from Kafka into the log, then acknowledges them. Never refuses one: while the
 * database is away it waits; what can't be read as an event at all is no event of ours and is named
 * in the log file.
 */
@ApplicationScoped
public class HeardChannel {

    private static final Logger LOG = Logger.getLogger(HeardChannel.class);

    private final Writer writer;
    private final LogDefinition definition;
    private final Fetches fetches;

    HeardChannel(Writer writer, LogDefinition definition, Fetches fetches) {
        this.writer = writer;
        this.definition = definition;
        this.fetches = fetches;
    }

    @Incoming("heard")
    Uni<Void> hear(ConsumerRecords<String, byte[]> records) {
        Hearing hearing = read(records);
        return writer.hear(hearing)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5))
                .indefinitely()
                .invoke(heard -> fetches.fill(heard.gaps()))
                .replaceWithVoid();
    }

    private Hearing read(ConsumerRecords<String, byte[]> records) {
        var events = new ArrayList<HeardEvent>(records.count());
        var offsets = new ArrayList<Offset>();
        for (var partition : records.partitions()) {
            for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
                read(record, events);
                offsets.add(
                        new Offset(partition.topic(), partition.partition(), record.offset() + 1));
            }
        }
        return new Hearing(events, offsets);
    }

    private void read(ConsumerRecord<String, byte[]> record, List<HeardEvent> events) {
        try {
            if (record.value() == null) {
                throw new IllegalArgumentException("no value");
            }
            HeardEvent event = CloudEvents.heard(record.headers(), record.value());
            if (definition.hears().contains(event.source())) {
                events.add(event);
            }
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            LOG.errorf(
                    "%s-%d@%d is no event of Interlude and is passed over: %s",
                    record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }
}
