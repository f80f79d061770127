package dev.interlude.faults.load;

import dev.interlude.faults.history.Answer;
import dev.interlude.faults.load.Planner.Command;
import dev.interlude.faults.load.Planner.Reply;
import dev.interlude.faults.rig.Patience;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's tooling: plans windows, changes them, tells about them. What is not answered is asked
 * again with the same key, at any replica; now and then it gives up, and sometimes it asks again
 * although it knows the answer.
 */
final class Client implements Runnable {

    static final String COMPONENT = "faults";

    private static final int REMEMBERED = 12;
    private static final long REST_NANOS = 10_000_000;
    private static final long BEFORE_AGAIN_NANOS = 150_000_000;

    private final int number;
    private final String token;
    private final List<URI> replicas;
    private final List<String> shared;
    private final OperationLog log;
    private final Random random;
    private final BooleanSupplier ended;
    private final BooleanSupplier outOfTime;
    private final List<Window> windows = new ArrayList<>();

    private record Window(String id, @Nullable String etag, boolean announced) {}

    /**
     * @param shared windows that all clients tell about
     * @param ended when to begin nothing new
     * @param outOfTime when to stop asking for what was not answered
     */
    Client(
            int number,
            String token,
            List<URI> replicas,
            List<String> shared,
            OperationLog log,
            Random random,
            BooleanSupplier ended,
            BooleanSupplier outOfTime) {
        this.number = number;
        this.token = token;
        this.replicas = replicas;
        this.shared = shared;
        this.log = log;
        this.random = random;
        this.ended = ended;
        this.outOfTime = outOfTime;
    }

    @Override
    public void run() {
        while (!ended.getAsBoolean()) {
            act();
            Patience.pause(REST_NANOS);
        }
    }

    private void act() {
        int chance = random.nextInt(100);
        if (windows.isEmpty() || chance < 12) {
            planFarAhead();
        } else if (chance < 25) {
            change(random.nextInt(windows.size()));
        } else if (chance < 45) {
            tell(shared.get(random.nextInt(shared.size())), "updates", Map.of());
        } else {
            Window window = windows.get(random.nextInt(windows.size()));
            if (!window.announced()) {
                announce(window);
            } else if (chance < 60) {
                tell(window.id(), "extensions", Map.of("by", "PT1M"));
            } else {
                tell(window.id(), "updates", Map.of());
            }
        }
    }

    /** Plans a window so far ahead that no clock that is moved gets there. */
    @Nullable String planFarAhead() {
        Instant start = Instant.now().plus(60, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        return plan(start, List.of("P1D", "PT1H"));
    }

    /** Plans a window; with a crew it is two events. */
    @Nullable String plan(Instant start, List<String> reminders) {
        String mark = log.mark(number);
        Map<String, Object> body =
                new java.util.HashMap<>(
                        Map.of(
                                "title",
                                "Window " + mark,
                                "publicText",
                                "We work on it.",
                                "zone",
                                "Europe/Berlin",
                                "start",
                                start.toString(),
                                "end",
                                start.plus(1, ChronoUnit.HOURS).toString(),
                                "reminders",
                                reminders,
                                "components",
                                List.of(Map.of("id", COMPONENT, "impact", "NO_IMPACT"))));
        if (random.nextBoolean()) {
            // nobody drives two windows at once
            body.put("crew", Map.of("driver", "driver-" + mark, "buddy", "buddy-" + mark));
        }
        Reply reply = perform(Command.post("/api/v1/windows", Planner.json(body), mark));
        if (reply.id() == null || !(reply.answer() instanceof Answer.Acknowledged)) {
            return null;
        }
        if (windows.size() == REMEMBERED) {
            windows.remove(random.nextInt(REMEMBERED));
        }
        windows.add(new Window(reply.id(), reply.etag(), false));
        return reply.id();
    }

    void announceAll() {
        List.copyOf(windows).forEach(this::announce);
    }

    private void announce(Window window) {
        Reply reply = perform(Command.post(path(window.id(), "announcement"), null, null));
        int at = windows.indexOf(window);
        if (reply.answer() instanceof Answer.Acknowledged) {
            windows.set(at, new Window(window.id(), reply.etag(), true));
        } else {
            // what became of it is not known: it is left alone
            windows.remove(at);
        }
    }

    /** With the version last seen; who has told about it meanwhile makes that an older one. */
    private void change(int index) {
        Window window = windows.get(index);
        String mark = log.mark(number);
        Reply reply =
                perform(
                        new Command(
                                "PATCH",
                                "/api/v1/windows/" + window.id(),
                                Planner.json(Map.of("reason", mark)),
                                window.etag(),
                                mark));
        if (reply.answer() instanceof Answer.Acknowledged) {
            windows.set(index, new Window(window.id(), reply.etag(), window.announced()));
        } else {
            windows.remove(index);
        }
    }

    private void tell(String window, String what, Map<String, String> more) {
        String mark = log.mark(number);
        Map<String, String> body = new java.util.HashMap<>(more);
        body.put(what.equals("extensions") ? "reason" : "internalText", mark);
        perform(Command.post(path(window, what), Planner.json(body), mark));
    }

    /** Asks until there is an answer that says what became of it, or gives up. */
    private Reply perform(Command command) {
        var operation = log.ask(command.mark());
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        boolean patient = random.nextInt(8) > 0;
        while (true) {
            long since = System.nanoTime();
            Reply reply = Planner.ask(replica(), token, key, command);
            log.took(System.nanoTime() - since);
            operation.answered(reply.answer());
            if (!reply.again()) {
                if (reply.answer() instanceof Answer.Acknowledged && random.nextInt(12) == 0) {
                    operation.answered(Planner.ask(replica(), token, key, command).answer());
                }
                return reply;
            }
            if (!patient || outOfTime.getAsBoolean()) {
                return reply;
            }
            Patience.pause(BEFORE_AGAIN_NANOS);
        }
    }

    private URI replica() {
        return replicas.get(random.nextInt(replicas.size()));
    }

    private static String path(String window, String what) {
        return "/api/v1/windows/" + window + "/" + what;
    }
}
