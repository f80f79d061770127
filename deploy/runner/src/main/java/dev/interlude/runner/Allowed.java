package dev.interlude.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of scripts that may be run: what lies in it, is executable and can be written by its
 * owner alone. Names are names, never paths; a link may lead to another file of the folder only.
 */
final class Allowed {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;

    Allowed(Path folder) throws BadSettings {
        try {
            this.folder = folder.toRealPath();
            if (writableByOthers(this.folder)) {
                throw new BadSettings("scripts: others than its owner can write to " + folder);
            }
        } catch (IOException e) {
            throw new BadSettings("scripts: " + folder + " can't be read");
        }
    }

    /** A script that may not be run, and why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** The names that may be run now. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> fault(name) == null)
                    .sorted()
                    .limit(500)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file behind a name. */
    Path find(String name) throws Refused {
        String fault = fault(name);
        if (fault != null) {
            throw new Refused(fault);
        }
        return folder.resolve(name);
    }

    private @Nullable String fault(String name) {
        if (!NAME.matcher(name).matches()) {
            return "this is no name of a script";
        }
        Path file = folder.resolve(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "the runner has no script " + name;
        }
        try {
            Path real = file.toRealPath();
            if (!folder.equals(real.getParent())) {
                return name + " leads out of the folder of scripts";
            }
            if (!Files.isRegularFile(real) || !Files.isExecutable(real)) {
                return name + " is no executable file";
            }
            return writableByOthers(real) ? "others than its owner can write to " + name : null;
        } catch (IOException e) {
            return name + " can't be read";
        }
    }

    private static boolean writableByOthers(Path path) throws IOException {
        return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    }
}
