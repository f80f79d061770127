package dev.interlude.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * All that a script has started. It runs in a session of its own, and every process it starts
 * inherits {@code INTERLUDE_RUN_ID}: by session, group, that variable and descent they are found,
 * also those that left their parent, their group or their session, and also after the runner itself
 * was gone.
 */
final class ProcessTree {

    static final String MARK = "INTERLUDE_RUN_ID";

    private static final Path PROC = Path.of("/proc");
    private static final long LOOK_MILLIS = 50;

    private final long leader;
    private final byte[] mark;

    /**
     * The processes of one run.
     *
     * @param leader of its session; 0 when that is not known, and the mark alone tells
     */
    ProcessTree(long leader, String runId) {
        this.leader = leader;
        this.mark = (MARK + "=" + runId).getBytes(StandardCharsets.UTF_8);
    }

    /** Asks all to end, and ends those that have not after the grace. */
    void end(Duration grace) throws InterruptedException {
        members().forEach(ProcessHandle::destroy);
        long until = System.nanoTime() + grace.toNanos();
        while (System.nanoTime() < until && !members().isEmpty()) {
            Thread.sleep(LOOK_MILLIS);
        }
        kill();
    }

    /** Ends all that is left, until there is nothing. */
    void kill() throws InterruptedException {
        // a process that is ended can't start another; those that were started meanwhile are next
        for (int round = 0; round < 200; round++) {
            Set<ProcessHandle> left = members();
            if (left.isEmpty()) {
                return;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(round < 5 ? 5 : LOOK_MILLIS);
        }
        Say.line("some processes of a script could not be ended");
    }

    /** Those that live, zombies left out. */
    Set<ProcessHandle> members() {
        Set<ProcessHandle> members = new HashSet<>();
        if (leader > 0) {
            ProcessHandle.of(leader)
                    .filter(this::isLeader)
                    .ifPresent(first -> {
                        members.add(first);
                        first.descendants().forEach(members::add);
                    });
        }
        if (Files.isDirectory(PROC.resolve("self"))) {
            scan(members);
        }
        members.removeIf(process -> !process.isAlive() || isZombie(process.pid()));
        return members;
    }

    /** Its number may be another's by now. */
    private boolean isLeader(ProcessHandle process) {
        return !Files.isDirectory(PROC.resolve("self")) || isMarked(process.pid());
    }

    private void scan(Set<ProcessHandle> into) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : all) {
                long pid = Long.parseLong(String.valueOf(process.getFileName()));
                if (isMarked(pid)) {
                    ProcessHandle.of(pid)
                            .ifPresent(found -> {
                                into.add(found);
                                found.descendants().forEach(into::add);
                            });
                }
            }
        } catch (IOException e) {
            Say.line(
                    "the processes of this host can't be listed: %s",
                    String.valueOf(e.getMessage()));
        }
    }

    private boolean isMarked(long pid) {
        try {
            byte[] environment =
                    Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("environ"));
            return contains(environment);
        } catch (IOException e) {
            // it has ended, or is another user's
            return false;
        }
    }

    /** The mark as a whole variable. */
    private boolean contains(byte[] environment) {
        int from = 0;
        for (int i = 0; i <= environment.length; i++) {
            if (i == environment.length || environment[i] == 0) {
                if (Arrays.equals(environment, from, i, mark, 0, mark.length)) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
            int name = stat.lastIndexOf(')');
            return name > 0 && stat.startsWith(" Z", name + 1);
        } catch (IOException e) {
            return false;
        }
    }

    /** What a script is started with, so that it leads a session of its own. */
    static Map.Entry<Boolean, String> session() {
        for (String path : new String[] {"/usr/bin/setsid", "/bin/setsid"}) {
            if (Files.isExecutable(Path.of(path))) {
                return Map.entry(true, path);
            }
        }
        return Map.entry(false, "");
    }
}
