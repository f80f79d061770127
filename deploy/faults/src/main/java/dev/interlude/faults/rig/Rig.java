package dev.interlude.faults.rig;

import dev.interlude.local.DataFolder;
import dev.interlude.local.Databases.Database;
import dev.interlude.local.House;
import dev.interlude.local.LocalBroker;
import dev.interlude.local.LocalPostgres;
import dev.interlude.local.LocalToken;
import dev.interlude.local.LocalTopics;
import dev.interlude.local.PortPlan;
import dev.interlude.local.Ports;
import dev.interlude.local.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A database, a broker, two replicas of the planner and a postmortem service that hears them: real
 * processes, each of which can be killed and brought back.
 */
public final class Rig implements AutoCloseable {

    public static final String TOPIC = "interlude.planner.v1";
    private static final String PREFIX = "interlude.";

    private static final Patience RECOVERY = Patience.ofSeconds(60);

    private final House house = House.here();
    private final DataFolder data;
    private final PortPlan ports;
    private final List<Replica> replicas = new ArrayList<>();
    private @Nullable LocalPostgres database;
    private @Nullable LocalBroker broker;

    private Rig(Path folder) {
        this.data = DataFolder.take(folder);
        int first = Ports.freeInARow(9);
        this.ports = PortPlan.from(first);
        add("planner", 0, ports.address("planner"));
        add("planner", 1, URI.create("http://localhost:" + (first + 8)));
        add("postmortem", 0, ports.address("postmortem"));
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @param folder for data and logs
     */
    public static Rig start(Path folder) {
        var rig = new Rig(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(rig::close));
        try {
            rig.startAll();
            return rig;
        } catch (RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    public List<Replica> replicas() {
        return List.copyOf(replicas);
    }

    public List<Replica> planners() {
        return replicas.stream().filter(one -> one.service().equals("planner")).toList();
    }

    public Replica postmortem() {
        return replicas.getLast();
    }

    /** Starts the replicas that do not run, side by side. */
    public void startReplicas() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            replicas.stream()
                    .map(one -> CompletableFuture.runAsync(one::start, threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    public void startDatabase() {
        database =
                LocalPostgres.start(
                        new LocalPostgres.Settings(
                                data.database(),
                                data.logs(),
                                ports.database(),
                                data.secrets().password(LocalPostgres.ADMIN)));
    }

    /** Ends the database server and all its processes at once. */
    public void killDatabase() {
        database().kill();
    }

    /** The process that all others of the database server come from. */
    public ProcessHandle postmaster() {
        return database().process();
    }

    /** Returns when the database takes connections again. */
    public void awaitDatabase() {
        Tables tables = tables("planner");
        RECOVERY.until("the database answers", () -> answers(tables));
    }

    /** The replica of the planner that publishes. */
    public Replica leader() {
        RECOVERY.until("one leads", () -> planners().stream().anyMatch(Replica::leads));
        return planners().stream().filter(Replica::leads).findFirst().orElseGet(this::leader);
    }

    public void startBroker() {
        LocalBroker started =
                LocalBroker.start(
                        house,
                        new LocalBroker.Settings(
                                data.broker(), data.logs(), ports.broker(), ports.controller()));
        broker = started;
        LocalTopics.ensure(started.bootstrap(), PREFIX);
    }

    /** Ends the broker as a crash would. */
    public void killBroker() {
        broker().child().kill();
    }

    /** Where the broker keeps its topics. */
    public BrokerDisk brokerDisk() {
        return new BrokerDisk(data.broker().resolve("storage"));
    }

    public String bootstrap() {
        return broker().bootstrap();
    }

    /** Starts what does not run, and lets go on what stands still. */
    public void mend() {
        if (!postmaster().isAlive()) {
            killDatabase();
            startDatabase();
        }
        if (!broker().child().isAlive()) {
            startBroker();
        }
        replicas.forEach(Replica::thaw);
        startReplicas();
    }

    /** Where the processes write what they have to say. */
    public Path logs() {
        return data.logs();
    }

    /** A way into a service's database that no setting of the service can cut. */
    public Tables tables(String service) {
        return new Tables(
                "jdbc:postgresql://localhost:" + ports.database() + "/" + service,
                LocalPostgres.ADMIN,
                data.secrets().password(LocalPostgres.ADMIN));
    }

    /** A person's bearer token, with roles in the only team. */
    public String token(String person, String... roles) {
        return LocalToken.person(person, roles).signedWith(data.secrets().signingKey());
    }

    @Override
    public synchronized void close() {
        replicas.forEach(Replica::close);
        if (broker != null) {
            broker.close();
            broker = null;
        }
        if (database != null) {
            database.close();
            database = null;
        }
        data.close();
    }

    private void startAll() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var brokerUp = CompletableFuture.runAsync(this::startBroker, threads);
            startDatabase();
            brokerUp.join();
        }
        startReplicas();
    }

    private void add(String service, int number, URI address) {
        var which = new Service.Replica(service, number, address);
        replicas.add(
                new Replica(
                        which, new Service(which, house, data, ports), () -> databaseOf(service)));
    }

    private synchronized Database databaseOf(String service) {
        return database()
                .databases()
                .ensure(
                        service,
                        data.secrets().password(service + "-migrator"),
                        data.secrets().password(service + "-service"));
    }

    private static boolean answers(Tables tables) {
        try {
            return tables.number("select 1") == 1;
        } catch (Tables.Unavailable e) {
            return false;
        }
    }

    private LocalPostgres database() {
        if (database == null) {
            throw new IllegalStateException("the database does not run");
        }
        return database;
    }

    private LocalBroker broker() {
        if (broker == null) {
            throw new IllegalStateException("the broker does not run");
        }
        return broker;
    }
}
