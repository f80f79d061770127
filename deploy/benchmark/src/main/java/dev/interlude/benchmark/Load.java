package dev.interlude.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A closed loop of clients over HTTP/1.1: each sends its next request when it has its answer, on a
 * connection that stays open. One thread, no pipelining, and no more of HTTP than that needs, since
 * it shares the processor with what it measures.
 */
final class Load {

    private final InetSocketAddress address;
    private final List<Supplier<byte[]>> clients;

    /**
     * Makes a load.
     *
     * @param clients for each client what makes its next request, head and body
     */
    Load(URI service, List<Supplier<byte[]>> clients) {
        this.address = new InetSocketAddress(service.getHost(), service.getPort());
        this.clients = List.copyOf(clients);
    }

    /** Runs for some time and tells what it saw; answers other than 201 fail it. */
    Sample run(Duration time) {
        var threads = ManagementFactory.getThreadMXBean();
        try (Selector selector = Selector.open()) {
            var latencies = new Latencies();
            var open = new ArrayList<Client>();
            try {
                for (Supplier<byte[]> requests : clients) {
                    open.add(Client.open(address, requests, selector, latencies));
                }
                long cpu = threads.getCurrentThreadCpuTime();
                long began = System.nanoTime();
                long until = began + time.toNanos();
                for (Client client : open) {
                    client.send();
                }
                while (System.nanoTime() < until) {
                    selector.select(Load::answered, 100);
                }
                long took = System.nanoTime() - began;
                return new Sample(latencies.taken(), took, threads.getCurrentThreadCpuTime() - cpu);
            } finally {
                for (Client client : open) {
                    client.close();
                }
            }
        } catch (IOException e) {
            throw new BenchmarkFailed("the load broke off: " + e.getMessage(), e);
        }
    }

    private static void answered(SelectionKey key) {
        ((Client) key.attachment()).read();
    }
}
