package dev.interlude.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the product: none is made by itself, and their partitions never change. */
public final class LocalTopics {

    private static final int PARTITIONS = 12;
    private static final List<String> NAMES =
            List.of("planner.v1", "checklist.v1", "notifier.v1", "postmortem.v1", "notices.v1");
    private static final String SEALED = "log.v1";

    private LocalTopics() {}

    /**
     * Makes those that are missing.
     *
     * @param bootstrap host and port of a broker
     * @param prefix what stands before each name, {@code interlude.} but in tests
     */
    public static void ensure(String bootstrap, String prefix) {
        Map<String, Object> config = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        var topics =
                new ArrayList<>(
                        NAMES.stream()
                                .map(name -> new NewTopic(prefix + name, PARTITIONS, (short) 1))
                                .toList());
        topics.add(new NewTopic(prefix + SEALED, 1, (short) 1));
        try (Admin admin = Admin.create(config)) {
            for (var made : admin.createTopics(topics).values().values()) {
                await(made);
            }
        }
    }

    /** Removes every topic whose name starts so. */
    public static void drop(String bootstrap, String prefix) {
        Map<String, Object> config = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (Admin admin = Admin.create(config)) {
            List<String> topics =
                    admin.listTopics().names().get(30, TimeUnit.SECONDS).stream()
                            .filter(name -> name.startsWith(prefix))
                            .toList();
            await(admin.deleteTopics(topics).all());
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalFailure("topics could not be listed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("interrupted while topics were removed", e);
        }
    }

    private static void await(KafkaFuture<Void> made) {
        try {
            made.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new LocalFailure("a topic could not be made: " + e.getCause(), e);
            }
        } catch (TimeoutException e) {
            throw new LocalFailure("the broker makes no topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("interrupted while topics were made", e);
        }
    }
}
