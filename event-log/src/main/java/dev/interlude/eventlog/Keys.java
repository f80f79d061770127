package dev.interlude.eventlog;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    Uni<@Nullable Known> find(String owner, String key) {
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

    /** False when the same key is being worked on here. */
    boolean begin(String owner, String key) {
        return inWork.add(owner + "\n" + key);
    }

    void end(String owner, String key) {
        inWork.remove(owner + "\n" + key);
    }
}
