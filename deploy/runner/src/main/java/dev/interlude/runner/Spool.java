package dev.interlude.runner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must outlive the runner, a folder for each run: that it was begun, before it is; its result,
 * until the service has it. So no run is begun twice, and none is forgotten.
 */
final class Spool {

    private static final String OUTPUT = "output";
    private static final String RESULT = "result.json";
    private static final String BEGUN = "begun";

    private final Path runs;
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    Spool(Path state) throws BadSettings {
        try {
            Files.createDirectories(state);
            Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
            this.runs = Files.createDirectories(state.resolve("runs"));
            this.channel =
                    FileChannel.open(
                            state.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            this.lock = channel.tryLock();
            if (lock == null) {
                throw new BadSettings("state: another runner works in " + state);
            }
        } catch (IOException e) {
            throw new BadSettings("state: " + state + " can't be written: " + e.getMessage());
        }
    }

    /** Lets another runner work here. */
    void close() throws IOException {
        if (lock != null) {
            lock.release();
        }
        channel.close();
    }

    /** Makes a note that a run begins; false when it has begun before. */
    boolean begin(String run) throws IOException {
        try {
            Files.createDirectory(folder(run));
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        Files.createDirectory(work(run));
        force(folder(run).resolve(BEGUN), new byte[0]);
        forceFolder(folder(run));
        forceFolder(runs);
        return true;
    }

    /** Where the script of a run works. */
    Path work(String run) {
        return folder(run).resolve("work");
    }

    /** Keeps what is to be told, until it was. */
    void finish(String run, byte[] output, byte[] result) throws IOException {
        force(folder(run).resolve(OUTPUT), output);
        Path part = folder(run).resolve(RESULT + ".part");
        force(part, result);
        Files.move(part, folder(run).resolve(RESULT), StandardCopyOption.ATOMIC_MOVE);
        forceFolder(folder(run));
    }

    byte[] output(String run) throws IOException {
        return Files.readAllBytes(folder(run).resolve(OUTPUT));
    }

    /** The result of a run; null when it was begun and did not come to one. */
    byte @Nullable [] result(String run) throws IOException {
        try {
            return Files.readAllBytes(folder(run).resolve(RESULT));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Runs that were begun and not yet told of to the end. */
    List<String> all() throws IOException {
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
        }
    }

    /** The service knows all of it. */
    void forget(String run) throws IOException {
        // the folder's own name goes last: it is what keeps the run from being begun again
        Path folder = folder(run);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path folder(String run) {
        return runs.resolve(run);
    }

    private static void force(Path file, byte[] bytes) throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        }
    }
}
