package dev.interlude.local;

import dev.interlude.local.Databases.Database;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The whole product: database, broker, four services, front door, and a runner where one is asked
 * for. Parts can be killed and started again one by one; closing stops runner, services, broker and
 * database, in this order.
 */
public final class LocalRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final House house;
    private final DataFolder data;
    private final PortPlan ports;
    private final Progress progress;
    private final Map<String, Child> services = new ConcurrentHashMap<>();
    private volatile @Nullable LocalPostgres database;
    private volatile @Nullable LocalBroker broker;
    private volatile @Nullable FrontDoor frontDoor;
    private volatile @Nullable Child runner;
    private volatile boolean stopping;

    public LocalRun(House house, DataFolder data, PortPlan ports, Progress progress) {
        this.house = house;
        this.data = data;
        this.ports = ports;
        this.progress = progress;
    }

    public PortPlan ports() {
        return ports;
    }

    public DataFolder data() {
        return data;
    }

    /** Starts everything and returns when all of it is ready. */
    public void start() {
        stopLeftovers();
        ports.requireFree();
        ports.save(DataFolder.ports(data.dir()));
        DataFolder.tokens(data.dir()).ensure(data.secrets().signingKey());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var broker = later(this::startBroker, threads);
            var database = later(this::startDatabase, threads);
            var all =
                    PortPlan.SERVICES.stream()
                            .map(name -> database.thenRunAsync(() -> startService(name), threads))
                            .toList();
            await(broker);
            await(database);
            all.forEach(LocalRun::await);
        }
        openFrontDoor();
    }

    /** Starts a service that was killed, and waits until it is ready. */
    public void startService(String name) {
        long since = System.nanoTime();
        var service =
                new Service(new Service.Replica(name, 0, ports.address(name)), house, data, ports);
        Child child = service.launch(databaseOf(name));
        services.put(name, child);
        service.awaitReady(child);
        watch(child, name);
        progress.done(name, "ready", since, ports.address(name).toString());
    }

    /** Ends a service as a crash would. */
    public void killService(String name) {
        Child child = services.remove(name);
        if (child != null) {
            child.kill();
        }
    }

    /**
     * Starts a runner on this machine, behind the front door.
     *
     * @param scripts all it may run, by name
     */
    public void startRunner(Map<String, String> scripts) {
        long since = System.nanoTime();
        Child started = new LocalRunner(house, data, ports.frontDoorAddress()).start(scripts);
        runner = started;
        started.whenEnded(
                ended -> report("runner", " (status " + ended.status() + ")", runner == started));
        progress.done("runner", "started", since, String.join(", ", scripts.keySet()));
    }

    /** Starts the broker, with its topics. */
    public void startBroker() {
        long since = System.nanoTime();
        var settings =
                new LocalBroker.Settings(
                        data.broker(), data.logs(), ports.broker(), ports.controller());
        LocalBroker started = LocalBroker.start(house, settings);
        broker = started;
        LocalTopics.ensure(started.bootstrap(), "interlude.");
        watch(started.child(), "broker");
        progress.done("broker", "ready", since, started.bootstrap());
    }

    /** Stops the broker; the services go on. */
    public void stopBroker() {
        LocalBroker running = broker;
        broker = null;
        if (running != null) {
            running.close();
        }
    }

    /** Starts the database. */
    public void startDatabase() {
        long since = System.nanoTime();
        LocalPostgres started =
                LocalPostgres.start(
                        new LocalPostgres.Settings(
                                data.database(),
                                data.logs(),
                                ports.database(),
                                data.secrets().password(LocalPostgres.ADMIN)));
        database = started;
        Thread.startVirtualThread(() -> watch(started));
        progress.done("database", "ready", since, "localhost:" + started.port());
    }

    /** Stops everything, services first and the database last. */
    @Override
    public void close() {
        stopping = true;
        Child running = runner;
        if (running != null) {
            timed("runner", () -> running.stop(PATIENCE));
        }
        FrontDoor door = frontDoor;
        if (door != null) {
            door.close();
        }
        if (!services.isEmpty()) {
            timed("services", this::stopServices);
        }
        if (broker != null) {
            timed("broker", this::stopBroker);
        }
        if (database != null) {
            timed("database", this::stopDatabase);
        }
        data.close();
    }

    private void stopServices() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services.values().stream()
                    .map(child -> later(() -> child.stop(PATIENCE), threads))
                    .toList()
                    .forEach(LocalRun::await);
        }
        services.clear();
    }

    private void stopDatabase() {
        LocalPostgres running = database;
        database = null;
        if (running != null) {
            running.close();
        }
    }

    private void timed(String part, Runnable stop) {
        long since = System.nanoTime();
        stop.run();
        progress.done(part, "stopped", since, "");
    }

    private void stopLeftovers() {
        sayIf(new PidFile(data.pidFile("runner")).stopLeftover(), "runner");
        for (String service : PortPlan.SERVICES) {
            sayIf(new PidFile(data.pidFile(service)).stopLeftover(), service);
        }
        sayIf(LocalBroker.stopLeftover(data.broker()), "broker");
        sayIf(LocalPostgres.stopLeftover(data.database()), "database");
    }

    private void sayIf(boolean stopped, String part) {
        if (stopped) {
            progress.say("  stopped a " + part + " that an earlier run had left");
        }
    }

    private Database databaseOf(String service) {
        LocalPostgres running = database;
        if (running == null) {
            throw new LocalFailure("the database does not run");
        }
        Secrets secrets = data.secrets();
        return running.databases()
                .ensure(
                        service,
                        secrets.password(service + "-migrator"),
                        secrets.password(service + "-service"));
    }

    private void openFrontDoor() {
        long since = System.nanoTime();
        frontDoor = FrontDoor.open(ports);
        progress.done("front door", "ready", since, ports.frontDoorAddress().toString());
    }

    private void watch(Child child, String part) {
        child.whenEnded(ended ->
                report(
                        part,
                        " (status " + ended.status() + ")",
                        services.get(part) == child || (part.equals("broker") && broker != null)));
    }

    private void watch(LocalPostgres server) {
        server.process().onExit().join();
        report("database", "", database == server);
    }

    private void report(String part, String how, boolean unexpected) {
        if (unexpected && !stopping) {
            progress.say(
                    part
                            + " has ended"
                            + how
                            + ", see "
                            + data.logs()
                            + "; the others go on. Ctrl-C and start again brings it back.");
        }
    }

    private static CompletableFuture<Void> later(Runnable work, ExecutorService threads) {
        return CompletableFuture.runAsync(work, threads);
    }

    private static void await(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LocalFailure failure) {
                throw failure;
            }
            throw e;
        }
    }
}
