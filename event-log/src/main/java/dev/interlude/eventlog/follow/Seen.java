package dev.interlude.eventlog.follow;

import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which keys a rebuild has met, in two megabytes however many they are, as a Bloom filter: it may
 * take a key for one it has met (one of 2,000 when it has met 650,000), never the other way round.
 * So a row that nobody has written isn't asked for, which would have to wait for the write under
 * way.
 */
final class Seen {

    private static final int BITS = 1 << 24;
    private static final int HASHES = 4;

    private final BitSet met = new BitSet();
    private final boolean all;

    private Seen(boolean all) {
        this.all = all;
    }

    /** Before the first event. */
    static Seen none() {
        return new Seen(false);
    }

    /** Of a rebuild that somebody else began: any key may have been met. */
    static Seen unknown() {
        return new Seen(true);
    }

    /** Those of the keys that may have been met before; from now on all of them have. */
    Set<String> meet(Collection<String> keys) {
        return keys.stream().filter(this::metBefore).collect(Collectors.toSet());
    }

    private boolean metBefore(String key) {
        long hash = hash(key);
        int step = (int) (hash >>> 32) | 1;
        boolean before = true;
        for (int i = 0, bit = (int) hash; i < HASHES; i++, bit += step) {
            before &= met.get(bit & BITS - 1);
            met.set(bit & BITS - 1);
        }
        return all || before;
    }

    /** FNV-1a, and then MurmurHash3's finalizer, so that each of its bits depends on all. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
