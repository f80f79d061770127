package dev.interlude.eventlog.http;

import dev.interlude.eventlog.Log;
import dev.interlude.eventlog.LogEvent;
import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.Tail;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes the server-sent event streams of a service. */
@ApplicationScoped
public class LogStreams {

    private static final long HEARTBEAT_MILLIS = 15_000;

    private final Log log;
    private final Tail tail;
    private final Vertx vertx;
    private final List<LogStream> streams = new CopyOnWriteArrayList<>();

    LogStreams(Log log, Tail tail, Vertx vertx) {
        this.log = log;
        this.tail = tail;
        this.vertx = vertx;
    }

    /**
     * Defines a stream; call it once, in the constructor of the resource that serves it.
     *
     * @param which the events it tells
     * @param render how it tells them; called once per event while somebody listens
     */
    public LogStream define(
            String name, Predicate<LogEvent> which, Function<LogEvent, LogStream.Rendered> render) {
        var stream = new LogStream(name, log, vertx, which, render);
        streams.add(stream);
        tail.onGrowth(stream.loop()::wake);
        stream.loop().start();
        return stream;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(HEARTBEAT_MILLIS, fired -> streams.forEach(LogStream::heartbeat));
    }

    void stop(@Observes ShutdownEvent event) {
        streams.stream().map(LogStream::loop).forEach(Loop::stop);
    }
}
