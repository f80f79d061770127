package dev.interlude.runner;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a script writes: the first 64 kB and the last 4 kB are kept, all of it is counted and
 * hashed. Takes the same memory however much that is.
 */
final class Output {

    static final int MOST = 64 * 1024;
    static final int TAIL = 4 * 1024;

    private final byte[] head = new byte[MOST];
    private final byte[] ring = new byte[TAIL];
    private final MessageDigest digest = sha256();
    private int kept;
    private long total;

    /** Reads to the end, or until the stream is closed. */
    void readAll(InputStream stream) {
        byte[] buffer = new byte[MOST];
        try {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                take(buffer, n);
            }
        } catch (IOException e) {
            // closed since what held it open would not end: what was read is what there is
            return;
        }
    }

    synchronized void take(byte[] buffer, int length) {
        digest.update(buffer, 0, length);
        int more = Math.min(length, MOST - kept);
        System.arraycopy(buffer, 0, head, kept, more);
        kept += more;
        for (int i = Math.max(0, length - TAIL); i < length; i++) {
            ring[(int) ((total + i) % TAIL)] = buffer[i];
        }
        total += length;
    }

    synchronized long total() {
        return total;
    }

    /** What is kept from there on. */
    synchronized byte[] from(int offset) {
        return Arrays.copyOfRange(head, Math.min(offset, kept), kept);
    }

    /** The last bytes that are not among the first; empty when all are kept. */
    synchronized byte[] tail() {
        int length = (int) Math.min(TAIL, total - kept);
        byte[] tail = new byte[length];
        for (int i = 0; i < length; i++) {
            tail[i] = ring[(int) ((total - length + i) % TAIL)];
        }
        return tail;
    }

    /** Over all of it, hexadecimal; to be asked once, at the end. */
    synchronized String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
