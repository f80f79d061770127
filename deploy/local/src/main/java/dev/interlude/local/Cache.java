package dev.interlude.local;

import java.nio.file.Path;

/** What may be made again: unpacked binaries. */
final class Cache {

    private Cache() {}

    static Path dir() {
        String base = System.getenv("XDG_CACHE_HOME");
        return base == null || base.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "interlude")
                : Path.of(base, "interlude");
    }
}
