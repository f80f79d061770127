package dev.interlude.runner;

import dev.interlude.runner.Service.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Asks for work, as many at once as it may do, and does it. */
final class Runner {

    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LAST_WAIT_MILLIS = 5_000;

    private final Settings settings;
    private final Allowed allowed;
    private final Spool spool;
    private final Service service;
    private final Delivery delivery;
    private final Probes probes;
    private final Set<Execution> executions = ConcurrentHashMap.newKeySet();

    /** Runs that are being executed, or whose result is being told. */
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();

    private final List<Thread> hands = new ArrayList<>();
    private final List<Thread> deliveries = new ArrayList<>();
    private volatile boolean stopping;

    Runner(Settings settings) throws BadSettings {
        this.settings = settings;
        this.allowed = new Allowed(settings.scripts());
        this.spool = new Spool(settings.state());
        this.service = new Service(settings);
        this.delivery = new Delivery(service, spool);
        this.probes = new Probes(settings.probes());
    }

    /** Ends what an earlier life has left, then begins to work. */
    void start() throws IOException, InterruptedException {
        for (String run : spool.all()) {
            takeUp(run);
        }
        Say.line(
                "works for %s, %d at once, scripts: %s",
                settings.service(), settings.parallel(), String.join(", ", allowed.names()));
        for (int i = 0; i < settings.parallel(); i++) {
            hands.add(Thread.ofPlatform().name("hand-" + i).start(this::work));
        }
    }

    private void takeUp(String run) throws IOException, InterruptedException {
        if (!run.matches("[0-9a-f-]{36}")) {
            return;
        }
        if (spool.result(run) == null) {
            new ProcessTree(0, run).end(settings.grace());
            Say.line("run %s: was begun before this start; what was left of it has ended", run);
            spool.finish(
                    run,
                    new byte[0],
                    Result.without(
                            Ending.LOST,
                            "the runner was gone meanwhile; what was left of the script was ended"));
        }
        deliveries.add(Thread.ofVirtual().start(() -> deliver(run)));
    }

    /** Ends: asks for no more, lets what runs go on for a while, ends it then. */
    void stop() throws InterruptedException {
        stopping = true;
        long until = System.nanoTime() + settings.drain().toNanos();
        while (!executions.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        executions.forEach(execution -> execution.stop("the runner was stopped"));
        Duration left = settings.grace().plusSeconds(5);
        long ended = System.nanoTime() + left.toNanos();
        while (!atWork.isEmpty() && System.nanoTime() < ended) {
            Thread.sleep(50);
        }
        // who only waits for work, or for a service that can't be reached, may go now
        hands.forEach(Thread::interrupt);
        for (Thread hand : hands) {
            hand.join(Duration.ofSeconds(2));
        }
    }

    private void work() {
        try {
            while (!stopping) {
                Claim claim = claim(UUID.randomUUID().toString());
                if (claim != null) {
                    executeSafely(claim);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Asks with the same id until there is an answer: a claim whose answer was lost is repeated.
     */
    private @Nullable Claim claim(String id) throws InterruptedException {
        long wait = FIRST_WAIT_MILLIS;
        while (!stopping) {
            try {
                Answer answer = service.claim(id, allowed.names(), probes.any(), version());
                if (answer.ok()) {
                    return Claim.of(answer.json());
                }
                if (answer.status() == 204) {
                    return null;
                }
                Say.line("asking for work was answered with %d", answer.status());
            } catch (IOException | RuntimeException e) {
                Say.line("the service can't be asked for work: %s", String.valueOf(e.getMessage()));
            }
            Thread.sleep(wait);
            wait = Math.min(LAST_WAIT_MILLIS, wait * 2);
        }
        return null;
    }

    /**
     * What nobody thought of costs one run, and not a hand: it is told as lost at the next start.
     */
    private void executeSafely(Claim claim) throws InterruptedException {
        atWork.add(claim.runId());
        try {
            execute(claim);
        } catch (RuntimeException e) {
            Say.line("run %s: broke off: %s", claim.runId(), e.toString());
        } finally {
            atWork.remove(claim.runId());
        }
    }

    private void execute(Claim claim) throws InterruptedException {
        String run = claim.runId();
        try {
            if (!spool.begin(run)) {
                // begun before, or being told of: never twice
                Say.line("run %s: was begun before", run);
                return;
            }
            String script = claim.script();
            Say.line("run %s: %s", run, script == null ? "a probe" : script);
            var execution = new Execution(claim, settings, service, delivery, spool, probes);
            executions.add(execution);
            try {
                execution.run(script == null ? null : allowed.find(script));
            } catch (Allowed.Refused e) {
                spool.finish(
                        run,
                        new byte[0],
                        Result.without(Ending.NOT_STARTED, String.valueOf(e.getMessage())));
            } finally {
                executions.remove(execution);
            }
        } catch (IOException e) {
            Say.line(
                    "run %s: its folder can't be written: %s", run, String.valueOf(e.getMessage()));
            return;
        }
        deliver(run);
    }

    private void deliver(String run) {
        try {
            byte[] result = spool.result(run);
            if (result != null) {
                delivery.deliver(run, spool.output(run), result);
            }
        } catch (IOException e) {
            Say.line("run %s: its result can't be read: %s", run, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            // it is in the spool, and told after the next start
            Thread.currentThread().interrupt();
        }
    }

    private static String version() {
        String version = Runner.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
