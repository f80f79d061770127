package dev.interlude.runner;

import dev.interlude.runner.Service.Answer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run: its processes, their output, signs of life while they go on, and their end. */
final class Execution {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Claim claim;
    private final Settings settings;
    private final Service service;
    private final Delivery delivery;
    private final Spool spool;
    private final Probes probes;
    private final Output output = new Output();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
    private int sent;

    Execution(
            Claim claim,
            Settings settings,
            Service service,
            Delivery delivery,
            Spool spool,
            Probes probes) {
        this.claim = claim;
        this.settings = settings;
        this.service = service;
        this.delivery = delivery;
        this.spool = spool;
        this.probes = probes;
    }

    /** Ends it early. */
    void stop(String reason) {
        stopped.compareAndSet(null, reason);
    }

    /** Runs it to its end; what is to be told then is in the spool. */
    void run(@Nullable Path file) throws IOException, InterruptedException {
        Thread alive = Thread.ofVirtual().start(this::sayAlive);
        try {
            byte[] result = file == null ? probed(null, Instant.now()) : executed(file);
            spool.finish(claim.runId(), output.from(0), result);
        } finally {
            over.countDown();
            alive.join();
        }
    }

    private byte[] executed(Path file) throws IOException, InterruptedException {
        Instant from = Instant.now();
        Process process;
        try {
            process = start(file);
        } catch (IOException e) {
            return Result.without(Ending.NOT_STARTED, "it could not be started: " + e.getMessage());
        }
        var tree = new ProcessTree(process.pid(), claim.runId());
        Thread reader =
                Thread.ofPlatform()
                        .daemon()
                        .name("output-" + claim.runId())
                        .start(() -> output.readAll(process.getInputStream()));
        Ending ending = awaited(process, from);
        // what it has left behind ends with it: nothing of a run outlives the run
        if (ending == Ending.EXITED) {
            tree.kill();
        } else {
            tree.end(settings.grace());
        }
        int code = process.waitFor();
        reader.join(LAST_WORDS);
        if (reader.isAlive()) {
            process.getInputStream().close();
            reader.join(LAST_WORDS);
        }
        if (ending == Ending.EXITED && code == 0 && claim.probe() != null) {
            return probed(code, from);
        }
        return Result.of(
                ending,
                ending == Ending.EXITED ? code : null,
                from,
                Instant.now(),
                output,
                reason(ending),
                null);
    }

    private byte[] probed(@Nullable Integer code, Instant from) throws InterruptedException {
        Claim.Probe probe = claim.probe();
        Map<String, Object> seen = probe == null ? null : probes.look(probe);
        return Result.of(Ending.EXITED, code, from, Instant.now(), output, null, seen);
    }

    private Process start(Path file) throws IOException {
        List<String> command = new ArrayList<>();
        Map.Entry<Boolean, String> session = ProcessTree.session();
        if (session.getKey()) {
            command.add(session.getValue());
        }
        command.add(file.toString());
        command.addAll(claim.arguments());
        var builder = new ProcessBuilder(command);
        Path work = spool.work(claim.runId());
        builder.directory(work.toFile());
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", settings.path());
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", work.toString());
        environment.put("TMPDIR", work.toString());
        environment.put(ProcessTree.MARK, claim.runId());
        environment.put("INTERLUDE_WINDOW_ID", claim.windowId());
        environment.put("INTERLUDE_STEP_ID", claim.stepId());
        return builder.start();
    }

    private Ending awaited(Process process, Instant from) throws InterruptedException {
        Duration limit =
                claim.timeout().compareTo(settings.timeout()) < 0
                        ? claim.timeout()
                        : settings.timeout();
        long until = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < until) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                return Ending.EXITED;
            }
            if (stopped.get() != null) {
                Say.line("run %s: is ended, begun at %s", claim.runId(), from);
                return Ending.CANCELLED;
            }
        }
        return Ending.TIMED_OUT;
    }

    private @Nullable String reason(Ending ending) {
        return switch (ending) {
            case CANCELLED -> stopped.get();
            case TIMED_OUT -> "it took longer than it may";
            case EXITED, NOT_STARTED, LOST -> null;
        };
    }

    /** Says that it goes on, and sends output as it comes; the service answers what is to end. */
    private void sayAlive() {
        try {
            do {
                beat();
            } while (!over.await(claim.heartbeat().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() throws InterruptedException {
        try {
            Answer answer = service.heartbeat(claim.runId());
            if (answer.ok() && Boolean.TRUE.equals(answer.json().get("cancel"))) {
                stop("it was cancelled");
            } else if (answer.status() == 409 || answer.status() == 404) {
                stop("the service had given it up");
            } else if (answer.ok()) {
                sent = delivery.upload(claim.runId(), output.from(0), sent);
            }
        } catch (IOException e) {
            // a broken connection is tried again; the script goes on meanwhile
            Say.line(
                    "run %s: the service can't be reached: %s",
                    claim.runId(), String.valueOf(e.getMessage()));
        }
    }
}
