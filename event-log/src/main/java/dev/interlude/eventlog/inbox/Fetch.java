package dev.interlude.eventlog.inbox;

import dev.interlude.eventlog.Hearing;
import dev.interlude.eventlog.Loop;
import dev.interlude.eventlog.Restored;
import dev.interlude.eventlog.Writer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;

/**
 * Fetches what a source published over HTTP: at start, when an event is missing in between, each
 * second while the broker does not answer, and every half minute as a check of the tail. It keeps
 * the source's position up to which the full list is known to be here.
 */
final class Fetch {

    private static final Duration TAIL_CHECK = Duration.ofSeconds(30);
    private static final Duration WITHOUT_BROKER = Duration.ofMillis(900);
    private static final Duration GAP = Duration.ofMillis(300);
    private static final int PAGE = 500;

    private final String source;
    private final PublishedClient client;
    private final Writer writer;
    private final BrokerWatch broker;
    private final Pool pool;
    private final Loop loop;
    private volatile long gapSince;
    private long lastNanos;
    private boolean started;

    Fetch(
            String source,
            PublishedClient client,
            Writer writer,
            BrokerWatch broker,
            Pool pool,
            Vertx vertx) {
        this.source = source;
        this.client = client;
        this.writer = writer;
        this.broker = broker;
        this.pool = pool;
        this.loop = new Loop("fetch-" + source, vertx, Duration.ofMillis(250), this::step);
    }

    String source() {
        return source;
    }

    Loop loop() {
        return loop;
    }

    void fillSoon() {
        if (gapSince == 0) {
            gapSince = System.nanoTime();
        }
    }

    private Uni<Boolean> step() {
        if (!wanted()) {
            return Uni.createFrom().item(false);
        }
        return known().chain(this::fetch);
    }

    private boolean wanted() {
        long now = System.nanoTime();
        long idle = now - lastNanos;
        return !started
                || idle > TAIL_CHECK.toNanos()
                || (!broker.answers() && idle > WITHOUT_BROKER.toNanos())
                || (gapSince != 0 && now - gapSince > GAP.toNanos());
    }

    private record Known(long position, int epoch) {}

    private Uni<Known> known() {
        return pool.preparedQuery("select position, epoch from heard_source where source = $1")
                .execute(Tuple.of(source))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return new Known(0, 0);
                    }
                    var row = rows.iterator().next();
                    return new Known(row.getLong(0), row.getInteger(1));
                });
    }

    private Uni<Boolean> fetch(Known known) {
        return client.after(known.position(), PAGE)
                .chain(page -> {
                    if (wentBack(page, known)) {
                        throw new IllegalStateException(
                                "the log of %s ends at %d in epoch %d, but was followed to %d in epoch %d: was it restored and nobody said so?"
                                        .formatted(
                                                source,
                                                page.head(),
                                                page.epoch(),
                                                known.position(),
                                                known.epoch()));
                    }
                    return page.epoch() > known.epoch() ? learn(page, known) : take(page, known);
                });
    }

    private static boolean wentBack(PublishedClient.Page page, Known known) {
        return page.epoch() < known.epoch()
                || (page.epoch() == known.epoch() && page.head() < known.position());
    }

    /** The list goes on where the restored log does, which may be behind what was known of it. */
    private Uni<Boolean> learn(PublishedClient.Page page, Known known) {
        long from =
                page.restores().stream()
                        .filter(restored -> restored.epoch() > known.epoch())
                        .mapToLong(Restored::lastPosition)
                        .reduce(known.position(), Math::min);
        Uni<?> kept =
                page.restores().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : writer.hear(Hearing.of(page.restores()));
        return kept.chain(() -> keep(from, page.epoch())).replaceWith(true);
    }

    private Uni<Boolean> take(PublishedClient.Page page, Known known) {
        if (page.events().isEmpty()) {
            return keep(page, known);
        }
        return writer.hear(new Hearing(page.events(), List.of()))
                .chain(heard -> {
                    if (!heard.gaps().isEmpty()) {
                        throw new IllegalStateException(
                                "the list of %s has a gap behind position %d"
                                        .formatted(source, known.position()));
                    }
                    return keep(page, known);
                });
    }

    /** Full pages go on at once; an unfinished list keeps the position of its last event. */
    private Uni<Boolean> keep(PublishedClient.Page page, Known known) {
        boolean full = page.events().size() == PAGE;
        long position = full ? page.events().getLast().position() : page.head();
        if (!full) {
            started = true;
            gapSince = 0;
            lastNanos = System.nanoTime();
        }
        return position == known.position()
                ? Uni.createFrom().item(full)
                : keep(position, page.epoch()).replaceWith(full);
    }

    private Uni<Void> keep(long position, int epoch) {
        return pool.preparedQuery(
                        "insert into heard_source (source, epoch, position) values ($1, $2, $3) on"
                                + " conflict (source) do update set epoch = excluded.epoch,"
                                + " position = excluded.position")
                .execute(Tuple.of(source, epoch, position))
                .replaceWithVoid();
    }
}
