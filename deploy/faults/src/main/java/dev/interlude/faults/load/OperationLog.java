package dev.interlude.faults.load;

import dev.interlude.faults.history.Answer;
import dev.interlude.faults.history.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was asked for and answered, written down by the clients themselves, as it happens. */
public final class OperationLog {

    private static final Answer LOST = new Answer.Unknown("lost with the database");

    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Queue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final AtomicLong marks = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

    /** An operation that is going on, or over. */
    public final class Asked {
        private final @Nullable String mark;
        private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();

        private Asked(@Nullable String mark) {
            this.mark = mark;
        }

        void answered(Answer answer) {
            answers.add(new Answered(answer, System.nanoTime()));
            switch (answer) {
                case Answer.Acknowledged _ -> acknowledged.incrementAndGet();
                case Answer.Unknown _ -> unknown.incrementAndGet();
                case Answer.Refused _ -> {}
            }
        }

        private Operation operation() {
            return new Operation(mark, answers.stream().map(Answered::answer).toList());
        }

        /** What was answered since then promises nothing any more. */
        private void lose(long sinceNanos) {
            List<Answered> all = List.copyOf(answers);
            answers.clear();
            all.forEach(one ->
                    answers.add(
                            one.nanos() - sinceNanos < 0 ? one : new Answered(LOST, one.nanos())));
        }
    }

    private record Answered(Answer answer, long nanos) {}

    /** A text that no other operation carries. */
    String mark(int client) {
        return "mark-" + client + "-" + marks.incrementAndGet();
    }

    /** To be called before the request leaves. */
    Asked ask(@Nullable String mark) {
        var operation = new Asked(mark);
        asked.add(operation);
        return operation;
    }

    /** How long an answer took to come, or not to come. */
    void took(long nanos) {
        latencies.add(nanos);
    }

    /** How long 99 of 100 of the newest answers took at most. */
    public Duration p99(int newest) {
        List<Long> all = List.copyOf(latencies);
        List<Long> sorted =
                all.subList(Math.max(0, all.size() - newest), all.size()).stream()
                        .sorted()
                        .toList();
        return sorted.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(sorted.get((sorted.size() - 1) * 99 / 100));
    }

    /**
     * The database came back from a backup of then: what was acknowledged or refused since is
     * stored, or not, as it was then. Nobody may be answered meanwhile.
     */
    public void lose(long sinceNanos) {
        asked.forEach(operation -> operation.lose(sinceNanos));
    }

    /** Everything up to now. */
    public List<Operation> operations() {
        return asked.stream().map(Asked::operation).toList();
    }

    /** Why answers promised nothing, and how often. */
    public Map<String, Long> reasons() {
        return asked.stream()
                .flatMap(operation -> operation.answers.stream().map(Answered::answer))
                .filter(Answer.Unknown.class::isInstance)
                .map(Answer.Unknown.class::cast)
                .collect(
                        Collectors.groupingBy(
                                Answer.Unknown::why, TreeMap::new, Collectors.counting()));
    }

    /** How many answers said that it is stored. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** How many answers promised nothing, or did not come. */
    public long unknown() {
        return unknown.get();
    }
}
