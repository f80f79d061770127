package dev.interlude.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A database server that a killed parent has left on a data directory. It must not be adopted: its
 * settings may be others, and nobody would stop it.
 */
final class LeftoverPostgres {

    private final Path pidFile;

    LeftoverPostgres(Path dataDirectory) {
        this.pidFile = dataDirectory.resolve("postmaster.pid");
    }

    /** The server's process, if it runs. */
    Optional<ProcessHandle> running() {
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(LeftoverPostgres::isPostgres);
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it, then clears the way for the next; true when there was one. */
    boolean stop() {
        Optional<ProcessHandle> leftover = running();
        leftover.ifPresent(LeftoverPostgres::stop);
        try {
            // a server that was killed leaves the file, and its number may be another process's
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leftover.isPresent();
    }

    /** Cuts the clients, writes everything, ends it; by force when that takes too long. */
    static void stop(ProcessHandle server) {
        Signal.send(server, "INT");
        if (!PidFile.ended(server, Duration.ofSeconds(15))) {
            server.destroyForcibly();
            PidFile.ended(server, Duration.ofSeconds(5));
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
    }
}
