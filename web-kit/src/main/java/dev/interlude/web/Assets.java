package dev.interlude.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where pages find the shared files. Each address carries a digest of the content, so that a
 * browser may keep a file for long and still never shows a page with yesterday's style.
 */
public final class Assets {

    private static final String CSS = fingerprinted("interlude.css");
    private static final String LIVE = fingerprinted("live.js");
    private static final String ICON = fingerprinted("icon.svg");

    private Assets() {}

    public static String css() {
        return CSS;
    }

    public static String live() {
        return LIVE;
    }

    public static String icon() {
        return ICON;
    }

    private static String fingerprinted(String name) {
        String path = "/assets/" + name;
        try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing");
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return path + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
