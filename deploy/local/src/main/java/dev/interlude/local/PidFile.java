package dev.interlude.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers a child across a death of its parent: process id and start, since an id alone may be
 * somebody else's by now.
 */
record PidFile(Path path) {

    void write(ProcessHandle process) {
        long start = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, process.pid() + " " + start + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process it names, if that one still runs. */
    Optional<ProcessHandle> running() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            List<String> parts = List.of(Files.readString(path).strip().split(" ", 2));
            long start = Long.parseLong(parts.getLast());
            return ProcessHandle.of(Long.parseLong(parts.getFirst()))
                    .filter(p ->
                            p.info()
                                    .startInstant()
                                    .map(i -> i.toEpochMilli() == start)
                                    .orElse(false));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ends what a parent that was killed has left; true when there was something. */
    boolean stopLeftover() {
        Optional<ProcessHandle> leftover = running();
        leftover.ifPresent(PidFile::stop);
        delete();
        return leftover.isPresent();
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!ended(process, Duration.ofSeconds(5))) {
            process.destroyForcibly();
            ended(process, Duration.ofSeconds(5));
        }
    }

    static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
