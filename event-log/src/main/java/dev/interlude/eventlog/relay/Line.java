package dev.interlude.eventlog.relay;

import dev.interlude.eventlog.LogConfig;
import dev.interlude.eventlog.relay.Outgoing.Acknowledged;
import dev.interlude.eventlog.relay.Outgoing.Addressed;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;

/**
 * A line to the broker: one way to send, one to look at what it has. Thrown away after a failure.
 */
final class Line implements AutoCloseable {

    private final BrokerTopics broker;
    private final Outgoing outgoing;
    private final Collection<TopicPartition> partitions;

    private Line(BrokerTopics broker, Outgoing outgoing, Collection<TopicPartition> partitions) {
        this.broker = broker;
        this.outgoing = outgoing;
        this.partitions = partitions;
    }

    /** Opens it to a broker that answers. */
    static Line open(LogConfig config, Topics topics)
            throws InterruptedException, ExecutionException {
        var broker = new BrokerTopics(config, topics.own());
        try {
            if (config.createTopics()) {
                broker.make();
            }
            return new Line(broker, new Outgoing(config), broker.partitions());
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** The offset behind the last record of each partition. */
    Marks ends() throws InterruptedException, ExecutionException {
        return broker.ends(partitions);
    }

    Acknowledged send(List<Addressed> events, Runnable ping)
            throws InterruptedException, ExecutionException, TimeoutException {
        return outgoing.send(events, ping);
    }

    @Override
    public void close() {
        outgoing.close();
        broker.close();
    }
}
