package dev.interlude.testkit;

import dev.interlude.eventlog.Category;
import dev.interlude.eventlog.LogJson;
import dev.interlude.eventlog.decider.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Speaks as another service: publishes events to its topic as that service's relay would
 * (CloudEvents 1.0, binary mode), with gapless sequences and positions, so that the service under
 * test hears them. To be used inside a {@code @QuarkusTest}.
 */
public final class Heard implements AutoCloseable {

    private final String source;
    private final String topicPrefix;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> sequences = new HashMap<>();
    private Actor actor = Tokens.actor("ana");
    private long position;

    private Heard(String source, String topicPrefix, String bootstrap) {
        this.source = source;
        this.topicPrefix = topicPrefix;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ProducerConfig.ACKS_CONFIG,
                                "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Speaks as this service, in the topics of the application under test. */
    public static Heard from(String service) {
        Config config = ConfigProvider.getConfig();
        return new Heard(
                service,
                config.getValue("interlude.topic-prefix", String.class),
                config.getValue("interlude.kafka", String.class));
    }

    /** The same for an application that is a process of its own. */
    public static Heard from(String service, String topicPrefix, String kafka) {
        return new Heard(service, topicPrefix, kafka);
    }

    /** Events that follow are caused by this actor; Ana at first. */
    public Heard by(Actor other) {
        actor = other;
        return this;
    }

    /**
     * Publishes the next event of a stream, now.
     *
     * @param stream for example {@code window-0198…}; what follows the hyphen is the key
     * @param name for example {@code WindowStarted}, version 1
     * @param data a record, a map or a JSON tree
     * @return the event's id, good for {@code Interlude-After}
     */
    public UUID publish(String stream, String name, Object data) {
        return publish(stream, name, LogJson.write(data), Instant.now());
    }

    /** The same with bytes as they are, and when it happened and was recorded. */
    public UUID publish(String stream, String name, byte[] data, Instant at) {
        PublishedEvent event = next(stream, name, at);
        send(event, data);
        return event.id();
    }

    /** The next event of a stream, counted but not sent yet: send it late, twice or broken. */
    public PublishedEvent next(String stream, String name, Instant at) {
        long sequence = sequences.merge(stream, 1L, Long::sum);
        return new PublishedEvent(source, stream, sequence, ++position, name, actor, at);
    }

    /** Publishes the contract's example of an event as the next of a stream. */
    public UUID publishExample(String stream, String name) {
        byte[] example = Contracts.example("dev.interlude." + source + "." + name + ".v1");
        return publish(stream, name, example, Instant.now());
    }

    /** Any event: duplicates, gaps, unknown types, poison. */
    public void send(PublishedEvent event, byte[] data) {
        String category = Category.nameOf(event.stream());
        String topic = topicPrefix + (category.equals("notices") ? "notices" : source) + ".v1";
        var message =
                new ProducerRecord<>(
                        topic, null, Category.idOf(event.stream()), data, headers(event));
        try {
            producer.send(message).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("an event could not be published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static List<Header> headers(PublishedEvent event) {
        return event.attributes().entrySet().stream()
                .<Header>map(attribute ->
                        new RecordHeader(
                                attribute.getKey(),
                                attribute.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
