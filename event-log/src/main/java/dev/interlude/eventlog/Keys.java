package dev.interlude.eventlog;

import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What callers' keys led to, and which are being worked on in this process. */
@ApplicationScoped
class Keys {

    private final Pool pool;
    private final Set<String> inWork = ConcurrentHashMap.newKeySet();

    Keys(Pool pool) {
        this.pool = pool;
    }

    /** What a key led to. */
    record Known(byte[] requestSha256, int status, String stream, long from, long to) {}

    private Uni<@Nullable Known> find(String owner, String key) {
        return pool.preparedQuery(
                        "select request_sha256, status, stream, from_sequence, to_sequence from"
                                + " idempotency where owner = $1 and key = $2")
                .execute(Tuple.of(owner, key))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return null;
                    }
                    var row = rows.iterator().next();
                    return new Known(
                            row.getBuffer(0).getBytes(),
                            row.getInteger(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4));
                });
    }

    /**
     * Runs what a request asks for, once for each key of its caller: a known key, or one that
     * another replica was faster with, is answered from what it led to.
     */
    <T> Uni<T> once(Invocation how, Supplier<Uni<T>> work, Function<Known, Uni<T>> firstAnswer) {
        String key = how.idempotencyKey();
        if (key == null || how.dryRun()) {
            return work.get();
        }
        String owner = how.actor().toString();
        String name = owner + "\n" + key;
        return Uni.createFrom()
                .deferred(() -> {
                    if (!inWork.add(name)) {
                        throw keyInUse();
                    }
                    return find(owner, key)
                            .chain(known -> known == null ? work.get() : firstAnswer.apply(known))
                            .onFailure(Append.KeyTaken.class)
                            .recoverWithUni(() ->
                                    find(owner, key)
                                            .onItem()
                                            .ifNull()
                                            .failWith(Keys::keyInUse)
                                            .chain(firstAnswer::apply))
                            .onTermination()
                            .invoke(() -> inWork.remove(name));
                });
    }

    private static Problem keyInUse() {
        return Problem.of(409, "key-in-use", "this key is being worked on now");
    }
}
