package dev.interlude.local;

import dev.interlude.local.Databases.Database;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A replica of one of the four services, as a child JVM. */
public final class Service {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    // Small, and quick to start: no collections while the classes are still coming in, only the
    // quick compiler, and no verification of classes that were compiled a moment ago on this
    // machine.
    private static final List<String> JVM =
            List.of(
                    "-Xmx192m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:MetaspaceSize=128m",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-BytecodeVerificationRemote",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private final Replica replica;
    private final House house;
    private final DataFolder data;
    private final PortPlan ports;
    private final List<String> jvm;

    public Service(Replica replica, House house, DataFolder data, PortPlan ports) {
        this(replica, house, data, ports, JVM);
    }

    /** The only replica, with other options of the JVM than a local run gives it. */
    public Service(String name, House house, DataFolder data, PortPlan ports, List<String> jvm) {
        this(new Replica(name, 0, ports.address(name)), house, data, ports, jvm);
    }

    private Service(
            Replica replica, House house, DataFolder data, PortPlan ports, List<String> jvm) {
        this.replica = replica;
        this.house = house;
        this.data = data;
        this.ports = ports;
        this.jvm = List.copyOf(jvm);
    }

    /**
     * Which one, and where it listens.
     *
     * @param service one of {@link PortPlan#SERVICES}
     * @param number from 0; different for replicas of a service that run side by side
     * @param address on the loopback
     */
    public record Replica(String service, int number, URI address) {

        /** The service's name, with the number behind it from the second on. */
        public String name() {
            return number == 0 ? service : service + "-" + number;
        }
    }

    /** Starts it on its database. */
    public Child launch(Database database) {
        String name = replica.name();
        return Child.start(
                name,
                House.java(jvm, house.serviceJar(replica.service()).toString(), MAIN),
                environment(database),
                new Child.Traces(data.logs().resolve(name + ".log"), data.pidFile(name)));
    }

    /** Waits until it says that it is ready. */
    public void awaitReady(Child child) {
        String name = replica.name();
        URI health = replica.address().resolve("/q/health/ready");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(health)) {
            if (!child.isAlive()) {
                throw new LocalFailure(
                        name
                                + " ended while starting (status "
                                + child.status()
                                + "):\n"
                                + child.lastLines());
            }
            if (System.nanoTime() > until) {
                child.kill();
                throw new LocalFailure(name + " does not become ready:\n" + child.lastLines());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static boolean answers(URI health) {
        try {
            var connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Map<String, String> environment(Database database) {
        Secrets secrets = data.secrets();
        SigningKey key = secrets.signingKey();
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(replica.address().getPort()));
        environment.put("INTERLUDE_REPLICA", Integer.toString(replica.number()));
        environment.put("INTERLUDE_DB_URL", database.url());
        environment.put("INTERLUDE_DB_USER", database.service().user());
        environment.put("INTERLUDE_DB_PASSWORD", database.service().password());
        environment.put("INTERLUDE_DB_MIGRATOR_USER", database.migrator().user());
        environment.put("INTERLUDE_DB_MIGRATOR_PASSWORD", database.migrator().password());
        environment.put("INTERLUDE_KAFKA", "localhost:" + ports.broker());
        environment.put("INTERLUDE_PEOPLE_KEY", secrets.peopleKey());
        environment.put("INTERLUDE_LOCAL_PUBLIC_KEY", key.open());
        environment.put("INTERLUDE_LOCAL_ISSUER", LocalToken.ISSUER);
        environment.put(
                "INTERLUDE_SERVICE_TOKEN", LocalToken.service(replica.service()).signedWith(key));
        environment.put("INTERLUDE_CLOCK_MOVABLE", "true");
        if (replica.service().equals("planner")) {
            // it makes API tokens; the others only verify them
            environment.put("INTERLUDE_SIGNING_KEY", key.secret());
        }
        for (String peer : PortPlan.SERVICES) {
            environment.put(
                    "INTERLUDE_PEERS_" + peer.toUpperCase(Locale.ROOT),
                    ports.address(peer).toString());
        }
        return environment;
    }
}
