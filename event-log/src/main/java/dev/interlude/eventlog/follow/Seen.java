package dev.interlude.eventlog.follow;

import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which keys a rebuild has met, in two megabytes however many they are: it may take a key for one
 * it has met, never the other way round. So a row that nobody has written isn't asked for.
 */
final class Seen {

    private static final int BITS = 1 << 24;

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
        int bit = bit(key);
        boolean before = all || met.get(bit);
        met.set(bit);
        return before;
    }

    // spread, for the hash of a text has its differences in the low bits
    private static int bit(String key) {
        int hash = key.hashCode() * 0x9E3779B1;
        return hash >>> 8 & BITS - 1;
    }
}
