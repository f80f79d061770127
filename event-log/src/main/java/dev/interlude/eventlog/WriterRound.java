package dev.interlude.eventlog;

import dev.interlude.eventlog.Append.Appended;
import dev.interlude.eventlog.Hearing.Heard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One batch of the writer: what waits, what it is answered, and the rows that it becomes. */
final class WriterRound {

    final List<Writer.Work> batch;
    final List<Writer.OwnWork> own = new ArrayList<>();
    final List<Writer.HeardWork> heard = new ArrayList<>();
    final List<LogEvent> rows = new ArrayList<>();

    /** Heads that this round changes, as it leaves them. */
    final Map<String, Head> heads = new LinkedHashMap<>();

    final List<Admitted> admitted = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private boolean planned;
    private long lastPosition;

    /** The head row of an own stream. */
    record Head(long sequence, long commandSequence, @Nullable Long ordinal) {
        static final Head NONE = new Head(0, 0, null);
    }

    /** An append that was admitted, with the sequences it was given. */
    record Admitted(Append append, long first, long last) {}

    WriterRound(List<Writer.Work> batch) {
        this.batch = batch;
        for (Writer.Work work : batch) {
            switch (work) {
                case Writer.OwnWork o -> own.add(o);
                case Writer.HeardWork h -> heard.add(h);
            }
        }
    }

    void planned(long lastPosition) {
        this.planned = true;
        this.lastPosition = lastPosition;
    }

    /** True when the rows were sent, so that a broken connection leaves the outcome open. */
    boolean planned() {
        return planned;
    }

    long lastPosition() {
        return lastPosition;
    }

    void done(Writer.OwnWork work, Appended appended) {
        answers.add(() -> work.done(appended));
    }

    void done(Writer.HeardWork work, Heard heard) {
        answers.add(() -> work.done(heard));
    }

    void failed(Writer.Work work, RuntimeException failure) {
        answers.add(() -> work.fail(failure));
    }

    /** Tells every caller; only after the commit. */
    void answer() {
        answers.forEach(Runnable::run);
    }

    /** Tells every caller that nothing came of it, or that nobody knows. */
    void fail(Throwable failure) {
        batch.forEach(work -> work.fail(failure));
    }

    /** Ids of the own events, which nobody else can have appended. */
    List<UUID> ownIds() {
        return rows.stream().filter(LogEvent::own).map(LogEvent::id).toList();
    }
}
