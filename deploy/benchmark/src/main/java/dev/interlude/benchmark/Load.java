package dev.interlude.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Clients over HTTP/1.1, each on a connection that stays open, each with one request at a time. One
 * thread, no pipelining, and no more of HTTP than that needs, since it shares the processor with
 * what it measures.
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

    /** A closed loop for some time; answers other than 201 fail it. */
    Sample run(Duration time) {
        return run(time, new Closed());
    }

    /** So many requests a second, by whichever client is idle. */
    Sample run(Duration time, int perSecond) {
        return run(time, new Paced(perSecond));
    }

    /** When clients send. */
    private interface Pace {
        /** A client has nothing to do. */
        void idle(Client client);

        /** Sends what is due; returns the milliseconds until more is. */
        long due();
    }

    private static final class Closed implements Pace {
        @Override
        public void idle(Client client) {
            client.send();
        }

        @Override
        public long due() {
            return 100;
        }
    }

    private static final class Paced implements Pace {
        private final ArrayDeque<Client> idle = new ArrayDeque<>();
        private final long apart;
        private long next = System.nanoTime();

        Paced(int perSecond) {
            this.apart = 1_000_000_000L / perSecond;
        }

        @Override
        public void idle(Client client) {
            idle.add(client);
        }

        @Override
        public long due() {
            while (System.nanoTime() >= next && !idle.isEmpty()) {
                idle.remove().send();
                next += apart;
            }
            return Math.max(1, (next - System.nanoTime()) / 1_000_000);
        }
    }

    private Sample run(Duration time, Pace pace) {
        var threads = ManagementFactory.getThreadMXBean();
        try (Selector selector = Selector.open()) {
            var latencies = new Latencies();
            var open = new ArrayList<Client>();
            try {
                for (Supplier<byte[]> requests : clients) {
                    open.add(Client.open(address, requests, selector, latencies, pace::idle));
                }
                long cpu = threads.getCurrentThreadCpuTime();
                long began = System.nanoTime();
                long until = began + time.toNanos();
                open.forEach(pace::idle);
                while (System.nanoTime() < until) {
                    selector.select(Load::answered, pace.due());
                }
                long took = System.nanoTime() - began;
                return new Sample(latencies.taken(), took, threads.getCurrentThreadCpuTime() - cpu);
            } finally {
                for (Client client : open) {
                    client.close();
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BenchmarkFailed("the load broke off: " + e.getMessage(), e);
        }
    }

    private static void answered(SelectionKey key) {
        ((Client) key.attachment()).read();
    }
}
