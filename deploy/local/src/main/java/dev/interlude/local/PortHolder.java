package dev.interlude.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds who listens on a port, where the system tells (Linux, processes of the same user). */
final class PortHolder {

    private static final String LISTENING = "0A";

    private PortHolder() {}

    /** A clause to append to a sentence, for example {@code , by java (process 123)}. */
    static String of(int port) {
        Set<String> sockets = sockets(port);
        return sockets.isEmpty()
                ? ""
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process, sockets))
                        .findFirst()
                        .map(process -> ", by " + describe(process))
                        .orElse(", by a process of another user");
    }

    private static String describe(ProcessHandle process) {
        Optional<Path> command = process.info().command().map(Path::of).map(Path::getFileName);
        return command.map(name -> name + " (process " + process.pid() + ")")
                .orElse("process " + process.pid());
    }

    /** Inodes of the listening sockets on that port, as the links in /proc name them. */
    private static Set<String> sockets(int port) {
        String hex = String.format(Locale.ROOT, ":%04X", port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::isReadable)
                .flatMap(PortHolder::lines)
                .map(line -> line.strip().split("\\s+", -1))
                .filter(f -> f.length > 9 && f[1].endsWith(hex) && f[3].equals(LISTENING))
                .map(fields -> "socket:[" + fields[9] + "]")
                .collect(Collectors.toSet());
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        Path open = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (Stream<Path> descriptors = Files.list(open)) {
            return descriptors.anyMatch(descriptor -> sockets.contains(target(descriptor)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
