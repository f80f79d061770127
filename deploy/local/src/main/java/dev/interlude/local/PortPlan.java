package dev.interlude.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Which part listens where, on the loopback.
 *
 * @param frontDoor the one origin for people
 * @param services by name, in the order of {@link #SERVICES}
 * @param database PostgreSQL
 * @param broker Kafka, for clients
 * @param controller Kafka, for itself
 */
public record PortPlan(
        int frontDoor, Map<String, Integer> services, int database, int broker, int controller) {

    public static final List<String> SERVICES =
            List.of("planner", "checklist", "notifier", "postmortem");

    public PortPlan {
        services = Map.copyOf(services);
    }

    /** 8080 to 8084, Kafka at 9092 and 9093; PostgreSQL beside its usual 5432. */
    public static PortPlan usual() {
        return of(8080, 15432, 9092, 9093);
    }

    /** Eight ports in a row, so that several runs can live side by side. */
    public static PortPlan from(int base) {
        return of(base, base + 5, base + 6, base + 7);
    }

    private static PortPlan of(int first, int database, int broker, int controller) {
        var services = new LinkedHashMap<String, Integer>();
        for (String service : SERVICES) {
            services.put(service, first + 1 + services.size());
        }
        return new PortPlan(first, services, database, broker, controller);
    }

    public URI frontDoorAddress() {
        return address(frontDoor);
    }

    /** A service's own address. */
    public URI address(String service) {
        return address(services.getOrDefault(service, 0));
    }

    private static URI address(int port) {
        return URI.create("http://localhost:" + port);
    }

    /**
     * Says which ports are taken, and by whom as far as that can be seen.
     *
     * @throws LocalFailure when one is
     */
    void requireFree() {
        List<String> taken =
                named().entrySet().stream()
                        .filter(port -> !Ports.isFree(port.getValue()))
                        .map(port ->
                                "port %d (%s) is taken%s"
                                        .formatted(
                                                port.getValue(),
                                                port.getKey(),
                                                PortHolder.of(port.getValue())))
                        .toList();
        if (!taken.isEmpty()) {
            throw new LocalFailure(
                    String.join("\n", taken)
                            + "\nStop what holds it, or move everything with --port-base <port>.");
        }
    }

    private Map<String, Integer> named() {
        var named = new LinkedHashMap<String, Integer>();
        named.put("front door", frontDoor);
        SERVICES.forEach(service -> named.put(service, services.getOrDefault(service, 0)));
        named.put("PostgreSQL", database);
        named.put("Kafka", broker);
        named.put("Kafka's controller", controller);
        return named;
    }

    void save(Path file) {
        var properties = new Properties();
        named().forEach((name, port) -> properties.setProperty(name, port.toString()));
        Settings.save(file, properties, "where this run listens");
    }

    static PortPlan load(Path file) {
        Properties saved = Settings.load(file);
        var services = new LinkedHashMap<String, Integer>();
        SERVICES.forEach(service -> services.put(service, port(saved, service)));
        return new PortPlan(
                port(saved, "front door"),
                services,
                port(saved, "PostgreSQL"),
                port(saved, "Kafka"),
                port(saved, "Kafka's controller"));
    }

    private static int port(Properties saved, String name) {
        return Integer.parseInt(saved.getProperty(name, "0"));
    }
}
