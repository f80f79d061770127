package dev.interlude.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a local run keeps. Only one run at a time works on a folder; the lock goes with
 * the process that holds it.
 */
public final class DataFolder implements AutoCloseable {

    private final Path dir;
    private final FileChannel lock;
    private final Secrets secrets;

    private DataFolder(Path dir, FileChannel lock) {
        this.dir = dir;
        this.lock = lock;
        // one for all parts, which start side by side: two would each make a key of the same name
        this.secrets = Secrets.in(dir.resolve("secrets"));
    }

    /**
     * Takes the folder, making it if it is missing.
     *
     * @throws LocalFailure when another run has it
     */
    public static DataFolder take(Path dir) {
        try {
            Path folder = Files.createDirectories(dir.toAbsolutePath().normalize());
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = text(channel);
                channel.close();
                throw new LocalFailure(
                        folder + " is in use by another run (process " + holder + ")");
            }
            byte[] pid =
                    Long.toString(ProcessHandle.current().pid())
                            .getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new LocalFailure(dir + " can't be used: " + e.getMessage(), e);
        }
    }

    /** True when there is nothing in it but perhaps a lock. */
    static boolean isNew(Path dir) {
        if (!Files.isDirectory(dir)) {
            return true;
        }
        try (Stream<Path> files = Files.list(dir)) {
            return files.allMatch(file -> file.endsWith("lock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path dir() {
        return dir;
    }

    public Path logs() {
        return dir.resolve("logs");
    }

    public Path database() {
        return dir.resolve("postgres");
    }

    public Path broker() {
        return dir.resolve("broker");
    }

    public Path pidFile(String part) {
        return dir.resolve("run").resolve(part + ".pid");
    }

    Path demo() {
        return dir.resolve("demo");
    }

    static Path ports(Path dir) {
        return dir.resolve("run").resolve("ports");
    }

    static TokensFile tokens(Path dir) {
        return new TokensFile(dir.resolve("tokens.env"));
    }

    /** Signs a token with the key that the services of this folder trust. */
    public String signed(LocalToken token) {
        return token.signedWith(secrets.signingKey());
    }

    public Secrets secrets() {
        return secrets;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }
}
