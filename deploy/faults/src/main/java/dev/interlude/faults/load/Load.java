package dev.interlude.faults.load;

import dev.interlude.faults.rig.Http;
import dev.interlude.faults.rig.Patience;
import dev.interlude.faults.rig.Replica;
import dev.interlude.faults.rig.Rig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Several clients at once, at all replicas of the planner, until they are told to end. */
public final class Load implements AutoCloseable {

    static final String[] ROLES = {"planner", "operator", "liaison"};
    private static final Duration TO_THE_END = Duration.ofSeconds(60);
    private static final int SHARED = 3;

    private final OperationLog log;
    private final List<Thread> threads = new ArrayList<>();
    private volatile long endedNanos;
    private volatile boolean ended;

    private Load(OperationLog log) {
        this.log = log;
    }

    /** Puts the component into the catalogue that all windows name. */
    public static void prepare(Rig rig) {
        String body = "{\"id\":\"" + Client.COMPONENT + "\",\"name\":\"Faults\"}";
        URI address = rig.planners().getFirst().address().resolve("/api/v1/components");
        var headers = Map.of("Authorization", "Bearer " + rig.token("root", "admin"));
        try {
            var answer = Http.command(address, "POST", body, headers, Duration.ofSeconds(10));
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("no component: " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the planner does not answer", e);
        }
    }

    /** Starts the clients; what they do follows from the seed, when they do it does not. */
    public static Load start(Rig rig, OperationLog log, int clients, long seed) {
        var load = new Load(log);
        List<URI> replicas = rig.planners().stream().map(Replica::address).toList();
        List<String> shared = load.shared(rig, replicas, seed);
        for (int number = 1; number <= clients; number++) {
            String token = rig.token("writer-" + number, ROLES);
            var random = new Random(seed + number);
            load.threads.add(
                    Thread.startVirtualThread(
                            load.client(number, token, replicas, shared, random)));
        }
        return load;
    }

    /** Returns when so many more acknowledgements have come. */
    public void awaitAcknowledged(long more, Patience patience) {
        long wanted = log.acknowledged() + more;
        if (!patience.comes(() -> log.acknowledged() >= wanted)) {
            throw new Patience.Exhausted(
                    "%d of %d more acknowledgements within %d s; promised nothing: %s"
                            .formatted(
                                    log.acknowledged() - wanted + more,
                                    more,
                                    patience.atMost().toSeconds(),
                                    log.reasons()));
        }
    }

    /** Lets the clients finish what they have begun, and returns when they have. */
    @Override
    public void close() {
        endedNanos = System.nanoTime();
        ended = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<String> shared(Rig rig, List<URI> replicas, long seed) {
        String token = rig.token("writer-0", ROLES);
        Client first = client(0, token, replicas, List.of(), new Random(seed));
        var windows = new ArrayList<String>();
        for (int tries = 0; windows.size() < SHARED && tries < 10 * SHARED; tries++) {
            String window = first.planFarAhead();
            if (window != null) {
                windows.add(window);
            }
        }
        first.announceAll();
        if (windows.isEmpty()) {
            throw new IllegalStateException("no window could be planned");
        }
        return windows;
    }

    private Client client(
            int number, String token, List<URI> replicas, List<String> shared, Random random) {
        return new Client(
                number, token, replicas, shared, log, random, () -> ended, this::isOutOfTime);
    }

    private boolean isOutOfTime() {
        return ended && System.nanoTime() - endedNanos > TO_THE_END.toNanos();
    }
}
