package dev.interlude.faults.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What a power cut leaves of a broker's storage: less than the broker had acknowledged. */
public final class BrokerDisk {

    private final Path storage;

    BrokerDisk(Path storage) {
        this.storage = storage;
    }

    /**
     * Cuts the ends of some partitions of a topic, anywhere, also within a record.
     *
     * @return how many bytes are gone
     */
    public long cutTails(String topic, Random random) {
        long cut = 0;
        for (Path segment : newestSegments(topic)) {
            try (var file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
                long size = file.size();
                if (size > 0 && random.nextInt(3) > 0) {
                    long gone = 1 + random.nextLong(Math.min(size, 20_000));
                    file.truncate(size - gone);
                    cut += gone;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cut;
    }

    /** Copies all of it while the broker goes on writing, file by file. */
    public void copyTo(Path copy) {
        remove(copy);
        for (Path file : files(storage)) {
            copy(file, copy.resolve(storage.relativize(file)));
        }
    }

    private static void copy(Path file, Path target) {
        try {
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (NoSuchFileException _) {
            // what the broker has removed meanwhile is not in the copy
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a copy in its place. */
    public void replaceBy(Path copy) {
        remove(storage);
        try {
            Files.move(copy, storage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> newestSegments(String topic) {
        try (Stream<Path> folders = Files.list(storage)) {
            return folders.filter(dir -> dir.getFileName().toString().startsWith(topic + "-"))
                    .sorted()
                    .map(BrokerDisk::newestSegment)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newestSegment(Path partition) {
        return files(partition).stream()
                .filter(file -> file.toString().endsWith(".log"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        for (Path file : files(folder).reversed()) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Folders before what is in them. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
