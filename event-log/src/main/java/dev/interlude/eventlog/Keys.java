package dev.interlude.eventlog;

import dev.interlude.eventlog.Lookups.Asked;
import dev.interlude.eventlog.Lookups.KeyName;
import dev.interlude.eventlog.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What callers' keys led to, and which are being worked on in this process. */
@ApplicationScoped
class Keys {

    private final Lookups lookups;
    private final Set<KeyName> inWork = ConcurrentHashMap.newKeySet();

    Keys(Lookups lookups) {
        this.lookups = lookups;
    }

    /** What a key led to. */
    record Known(byte[] requestSha256, int status, String stream, long from, long to) {}

    /** The key under which a request is stored, or null when it has none or stores nothing. */
    static @Nullable KeyName of(Invocation how) {
        String key = how.idempotencyKey();
        return key == null || how.dryRun() ? null : new KeyName(how.actor().toString(), key);
    }

    /**
     * Runs what a request asks for, once for each key of its caller. Whether the key is known is
     * looked up by the work itself; one that another replica was faster with is found by the
     * writer, and answered from what it led to.
     */
    <T> Uni<T> once(Invocation how, Supplier<Uni<T>> work, Function<Known, Uni<T>> firstAnswer) {
        KeyName name = of(how);
        if (name == null) {
            return work.get();
        }
        return Uni.createFrom()
                .deferred(() -> {
                    if (!inWork.add(name)) {
                        throw keyInUse();
                    }
                    return work.get()
                            .onFailure(Append.KeyTaken.class)
                            .recoverWithUni(() -> afterAll(how, name).chain(firstAnswer::apply))
                            .onTermination()
                            .invoke(() -> inWork.remove(name));
                });
    }

    private Uni<Known> afterAll(Invocation how, KeyName name) {
        return lookups.find(new Asked(how.stream(), Long.MAX_VALUE, name))
                .map(found -> {
                    Known known = found.known();
                    if (known == null) {
                        throw keyInUse();
                    }
                    return known;
                });
    }

    private static Problem keyInUse() {
        return Problem.of(409, "key-in-use", "this key is being worked on now");
    }
}
