package dev.interlude.faults.fault;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** A host dies with the broker and a service's process on it, and comes back with both. */
final class KillHost implements Fault {

    @Override
    public String name() {
        return "kill-host";
    }

    @Override
    public String strike(Site site) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var broker =
                    CompletableFuture.supplyAsync(() -> new KillBroker().strike(site), threads);
            String service = new KillService().strike(site);
            return broker.join() + " and " + service;
        }
    }
}
