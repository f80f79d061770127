package dev.interlude.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** One Kafka node, broker and controller in one, in a JVM of its own. */
public final class LocalBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> JVM =
            List.of(
                    "-Xmx160m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:MetaspaceSize=64m");

    private final Child child;
    private final int port;

    private LocalBroker(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /**
     * What it needs.
     *
     * @param dir its storage, kept
     * @param logs where {@code broker.log} goes
     * @param port for clients, on the loopback
     * @param controllerPort for itself
     */
    public record Settings(Path dir, Path logs, int port, int controllerPort) {}

    /** Starts it and waits until it answers. */
    public static LocalBroker start(House house, Settings settings) {
        Path properties = write(settings);
        Child child =
                Child.start(
                        "broker",
                        House.java(
                                JVM,
                                house.brokerClassPath(),
                                "dev.interlude.broker.Main",
                                properties.toString()),
                        Map.of(),
                        new Child.Traces(
                                settings.logs().resolve("broker.log"), pidFile(settings.dir())));
        var broker = new LocalBroker(child, settings.port());
        try {
            broker.awaitReady();
        } catch (LocalFailure e) {
            child.kill();
            throw e;
        }
        return broker;
    }

    /** Ends a broker that a killed parent has left on this storage; true when there was one. */
    public static boolean stopLeftover(Path dir) {
        return new PidFile(pidFile(dir)).stopLeftover();
    }

    public String bootstrap() {
        return "localhost:" + port;
    }

    public Child child() {
        return child;
    }

    @Override
    public void close() {
        child.close();
    }

    private static Path pidFile(Path dir) {
        return dir.resolve("broker.pid");
    }

    private void awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        // a client would log each refused connection
        while (!Ports.isOpen(port)) {
            checkStarting(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
            while (!answers(admin)) {
                checkStarting(until);
            }
        }
    }

    private void checkStarting(long until) {
        if (!child.isAlive()) {
            throw new LocalFailure("the broker ended while starting:\n" + child.lastLines());
        }
        if (System.nanoTime() > until) {
            throw new LocalFailure("the broker does not answer:\n" + child.lastLines());
        }
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("interrupted while the broker started", e);
        }
    }

    private static Path write(Settings settings) {
        Path file = settings.dir().resolve("server.properties");
        try {
            Files.createDirectories(settings.dir());
            return Files.writeString(file, properties(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Small buffers and one cleaner keep it below 200 MiB. The short broker session lets a broker
    // that was killed come back in seconds. Topics are kept for good: the notices are the record.
    private static String properties(Settings settings) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@localhost:%2$d
        listeners=CLIENTS://localhost:%1$d,CONTROLLER://localhost:%2$d
        advertised.listeners=CLIENTS://localhost:%1$d
        listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=CLIENTS
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        auto.create.topics.enable=false
        num.partitions=12
        default.replication.factor=1
        offsets.topic.num.partitions=4
        offsets.topic.replication.factor=1
        transaction.state.log.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        group.coordinator.threads=1
        num.network.threads=2
        num.io.threads=3
        num.recovery.threads.per.data.dir=1
        background.threads=2
        log.cleaner.threads=1
        log.cleaner.dedupe.buffer.size=4194304
        log.retention.ms=-1
        broker.session.timeout.ms=3000
        broker.heartbeat.interval.ms=500
        """
                .formatted(
                        settings.port(),
                        settings.controllerPort(),
                        settings.dir().resolve("storage").toAbsolutePath());
    }
}
