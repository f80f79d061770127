package dev.interlude.faults.rig;

import dev.interlude.local.Child;
import dev.interlude.local.Databases.Database;
import dev.interlude.local.Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process of a service: it can be killed, frozen, and started again. */
public final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Service.Replica which;
    private final Service service;
    private final Supplier<Database> database;
    private volatile @Nullable Child child;

    Replica(Service.Replica which, Service service, Supplier<Database> database) {
        this.which = which;
        this.service = service;
        this.database = database;
    }

    public String name() {
        return which.name();
    }

    public String service() {
        return which.service();
    }

    public URI address() {
        return which.address();
    }

    /** Starts it unless it runs, and returns when it is ready. */
    public void start() {
        Child running = child;
        if (running == null || !running.isAlive()) {
            Child started = service.launch(database.get());
            child = started;
            service.awaitReady(started);
        }
    }

    /** Ends it as a crash would. */
    public void kill() {
        running().kill();
    }

    /** Stands still until it is thawed. */
    public void freeze() {
        running().freeze();
    }

    public void thaw() {
        running().thaw();
    }

    public long pid() {
        return running().pid();
    }

    public boolean isAlive() {
        Child running = child;
        return running != null && running.isAlive();
    }

    /** True when it says that it publishes for its service. */
    public boolean leads() {
        return text("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("interlude_relay_leading"))
                .anyMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) > 0);
    }

    /** True when it says that nothing of it fails. */
    public boolean isWell() {
        return answers("/q/health/well");
    }

    /** True when it says that it can be used. */
    public boolean isReady() {
        return answers("/q/health/ready");
    }

    /** What it answers, or nothing when it does not. */
    public String text(String path) {
        try {
            return Http.get(address().resolve(path), PATIENCE).body();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        Child running = child;
        if (running != null) {
            running.thaw();
            running.stop(Duration.ofSeconds(10));
        }
    }

    private boolean answers(String health) {
        try {
            return Http.get(address().resolve(health), PATIENCE).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Child running() {
        Child running = child;
        if (running == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return running;
    }
}
