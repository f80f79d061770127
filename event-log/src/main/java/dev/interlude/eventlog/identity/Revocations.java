package dev.interlude.eventlog.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ids of tokens that were taken back, each kept until its token would have expired anyway. */
final class Revocations {

    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    /** What was known until all was learnt anew: nothing opens for the time that this takes. */
    private volatile Set<String> before = Set.of();

    /** {@code expiry} is {@link Instant#MAX} when it is not known. */
    void take(String id, Instant expiry) {
        expiries.put(id, expiry);
    }

    boolean contains(String id) {
        return expiries.containsKey(id) || before.contains(id);
    }

    int size() {
        return expiries.size();
    }

    void forgetExpired(Instant now) {
        expiries.values().removeIf(expiry -> expiry.isBefore(now));
    }

    /** What is known holds on until {@link #learnt}. */
    void learnAnew() {
        before = Set.copyOf(expiries.keySet());
        expiries.clear();
    }

    void learnt() {
        before = Set.of();
    }
}
