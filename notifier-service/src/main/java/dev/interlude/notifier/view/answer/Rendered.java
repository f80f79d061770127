package dev.interlude.notifier.view.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A public answer, ready to be sent.
 *
 * @param type media type with its charset
 * @param bytes as they are
 * @param gzip the same, compressed
 * @param tag digest of the bytes, the core of the entity tag
 */
public record Rendered(String type, byte[] bytes, byte[] gzip, String tag) {

    public static final String HTML = "text/html;charset=utf-8";
    public static final String JSON = "application/json";

    public static Rendered of(String type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Rendered of(String type, byte[] bytes) {
        return new Rendered(type, bytes, compressed(bytes), digest(bytes));
    }

    private static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(sha256, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
